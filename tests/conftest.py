"""What every test shares: charts are drawn without a screen."""

import os

os.environ["MPLBACKEND"] = "Agg"
