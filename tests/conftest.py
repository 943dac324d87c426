"""What every test shares: charts are drawn without a screen, and nobody's own stories are seen."""

import os

os.environ["MPLBACKEND"] = "Agg"
os.environ["COPYDESK_CORPUS"] = os.devnull
