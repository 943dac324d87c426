"""The words and phrases by which the rules of `copydesk.cleaning.line_rules` know a line.

They come from reading the lines that English-language news sites print around their stories, and
name no site.
"""

from __future__ import annotations


def phrases(text: str) -> tuple[str, ...]:
    """Read a list of phrases that are written with commas between them."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


MONTHS = phrases("""
    january, february, march, april, may, june, july, august, september, october, november,
    december, jan, feb, mar, apr, jun, jul, aug, sept, sep, oct, nov, dec
""")
WEEKDAYS = phrases("""
    monday, tuesday, wednesday, thursday, friday, saturday, sunday,
    mon, tue, tues, wed, thu, thur, thurs, fri, sat, sun
""")
STAMP_SIGNS = frozenset(phrases("updated, published, posted, ago, modified"))
"""Words that open or close a time stamp."""
DATE_WORDS = STAMP_SIGNS.union(
    MONTHS,
    WEEKDAYS,
    phrases("""
        update, publish, post, last, first, created, on, at, date, time, am, pm, a.m, p.m, today,
        yesterday, hour, hours, hr, hrs, minute, minutes, min, mins, day, days, week, weeks, month,
        months, year, years, h, m, d, s, th, st, nd, rd, est, edt, et, pst, pdt, pt, cst, cdt, ct,
        gmt, utc, ist, bst, read
    """),
)
"""Words that a date and time stamp is made of."""

EMBARGO_OPENINGS = phrases("embargo, embargoed, not for use before, not for release before")
"""How a press release says from when it may be used."""

INTERFACE_WORDS = frozenset(
    phrases("""
        close, search, menu, home, news, share, print, email, mail, tweet, facebook, twitter, x,
        reddit, linkedin, whatsapp, pinterest, tumblr, flipboard, instagram, youtube, telegram,
        pocket, messenger, snapchat, tiktok, threads, bluesky, mastodon, copy, link, url, copied,
        save, bookmark, comment, comments, reply, login, log, logout, sign, in, out, up, register,
        account, settings, profile, subscribe, subscription, subscriptions, newsletter,
        newsletters, follow, following, more, less, view, show, hide, all, see, next, previous,
        prev, back, top, skip, to, content, main, navigation, footer, open, play, pause, mute,
        unmute, watch, live, listen, video, videos, audio, podcast, podcasts, photo, photos,
        gallery, slideshow, enlarge, expand, caption, image, advertisement, advertising, advertise,
        ad, ads, sponsored, promoted, continue, continues, below, submit, cancel, ok, yes, no, name,
        required, optional, address, password, help, contact, us, about, careers, jobs, sitemap,
        rss, feed, feeds, feedback, privacy, policy, terms, cookie, cookies, preferences,
        accessibility, loading, like, this, story, article, via, get, your, now, the, and, or, of,
        on, with, options, choices, edition, sections, topics, tags, font, size, text, download,
        app, store, send, flag, report, permalink, quote, section, type, filter, sort, by, latest,
        oldest, newest, donate, support, edit, try, again, rate, pin, it, click, here, extra,
        sharing, for, learn, post, social, start, free, trial
    """)
)
"""Words of buttons and menus. A line made of nothing else is part of the interface."""

RELATED_OPENINGS = phrases("""
    read more, read also, also read, see also, related, more on, more from, more in, more stories,
    more like this, most read, most popular, most viewed, trending, recommended, recommends,
    keep reading, read next, read this next, what to read next, up next, next up, don't miss,
    dont miss, must read, in other news, you may also like, you might also like, you may like,
    editor's pick, editor's picks, editors pick, editors' picks, editor's choice, our latest,
    latest stories, latest news, top stories, top reads, popular, further reading, explore more,
    explore further, check this out, watch more, watch now, watch:, video:, best of,
    what others are reading, list of, end of list, previous post, next post, previous article,
    next article, previous story, next story, from our partners, around the web,
    sponsored content, suggested, featured, story continues below, filed under, tags, topics,
    related tags, read our full, read the full, read the latest, stories for you, for more on,
    in this article
""")
"""How a pointer to another story opens."""

RELATED_LABELS = phrases("""
    related:, read:, see:, read more:, see also:, also:, more:, also read:, watch:,
    required reading:, further reading:, read also:, opinion:, column:, listen:, recommended:,
    more on this:,
    must read:, explainer:, analysis:, don't miss:, podcast:, exclusive:, in pictures:
""")
"""Labels with a colon that stand before the title of another story, full sentence or not."""

ACTION_OPENINGS = phrases("""
    click here, click to, click on, tap here, sign up, sign in, sign-up, subscribe, follow us,
    follow, join, download, get the, get our, get email, get updates, get unlimited, get daily,
    share this, share on, share your, share all, support our, support local, donate, become a,
    register, log in, buy, shop, try refreshing, claim offer, stay up, stay informed,
    create an account, enter your, please enter, please refresh, please check, please try,
    thanks for signing, thank you for, connect with, contact us, get in touch, write to, send us,
    submit, like us, find us, listen to, start your, already a, not a subscriber, want more,
    want to, keep up with, enjoy the latest, enjoy additional, enjoy unlimited, access articles,
    see all, see more, view all, view more, view this, view author, view comments, show all,
    show more, show comments, load more, learn more, find out more, explore, play now, shop now,
    buy now, leave a, leave your, post a comment, add a comment, add your, have your say, report a,
    skip to, back to, return to, remove ads, allow notifications, turn on, set as, install, got a,
    have a tip, advertise with, what do you think
""")
"""How a line opens that asks the reader to do something on the site."""

ACTION_PHRASES = phrases("""
    newsletter, sign up for, sign up to, signing up, signing you up, signed in, subscribe to,
    subscribe now, subscribers, your subscription, already a subscriber, subscription offers,
    successfully subscribed, unsubscribe, your inbox, junk folder, no spam, your email,
    email address, get email updates, follow us on, click here, download the app, our app,
    join the conversation, free trial, log in to, your account, online access, become a member,
    consent to, push notifications, breaking news alerts, whatsapp channel, google news feed,
    connect with us, with us via, wherever you get your podcasts, affiliate, earn a commission,
    earn commission, receive compensation, independently selected, sponsored deal, promo code,
    coupon, gift articles, advertisement, your browser, javascript, cookies, an error,
    has failed to load, has not loaded, this video please, post shared by, your comment,
    post a comment, posting comments, this comment, comments are, the comments section,
    community guidelines, support our, our newsroom, our journalism, quality journalism,
    keep news free, by contributing, your contribution, our mission, our goal is, may earn,
    welcome email, on this article, in the comments, enjoyed this article, our editorial
""")
"""Phrases that only such a request uses. One is enough in a short line, two in a long one."""

LEGAL_PHRASES = phrases("""
    all rights reserved, rights reserved, terms of service, terms of use, terms and conditions,
    privacy policy, privacy notice, cookie policy, user agreement, code of ethics,
    regulatory notice, editorial standards, registered trademark, subject to copyright,
    may not be published, may not be reproduced, may not be republished,
    no part may be reproduced, republication, without written permission, without permission,
    do not sell my, opinions expressed, informational purposes only,
    for educational and informational, does not constitute, protected by recaptcha
""")
"""Wording of copyright notices, terms and disclaimers."""

CORRECTION_OPENINGS = phrases("""
    correction, corrections, clarification, editor's note, editors' note,
    this article was amended, this article has been amended, this article was updated,
    this article has been updated, this article has been corrected, this story was amended,
    this story was updated, this story has been updated, this story has been corrected,
    an earlier version of, a previous version of, this is a developing story,
    this is a breaking news story, this story is developing, this story was originally published,
    this article was originally published
""")
"""How a newsroom opens a note about its own article."""

AGENCIES = phrases("""
    associated press, the associated press, ap, reuters, agence france-presse, afp, dpa,
    press trust of india, pti, ani, ians, associated press of pakistan, app, xinhua, tass,
    interfax, efe, ansa, kyodo, yonhap, anadolu agency, irna, bernama, antara,
    united press international, upi, bloomberg, bloomberg news, the canadian press,
    press association, pa media, pa, australian associated press, aap, europa press,
    news agencies, agencies, wire, wires
""")
"""News agencies whose name stands alone, or with a place, where a byline would stand."""

AGENCY_NAMES = phrases("""
    press service, news service, wire service, press agency, news agency, press association,
    newswire
""")
"""What is in the name of an agency that the list above does not know."""

PICTURE_SOURCES = phrases("""
    AP, AFP, EPA, EPA-EFE, EFE, PTI, ANI, Reuters, REUTERS, Xinhua, Anadolu, Bloomberg,
    Associated Press, Press Association, AP Photo, Getty Images, Getty, WireImage, FilmMagic,
    Imagn Images, USA TODAY Sports, Zuma, Shutterstock, Alamy, iStock, Adobe Stock, Unsplash,
    Pixabay, Pexels, Flickr, Wikimedia Commons, Handout, Supplied
""")
"""Agencies and libraries that pictures are credited to."""

CAPTION_SIGNS = (
    *("file photo", "file picture", "file image", "(file)", "this undated", "in this photo"),
    *("in this image", "in this file", "in this handout", "(left)", "(right)", "(l)", "(r)"),
    *(", left,", ", right,", ", center,", ", centre,", "from left", "left to right", "(top)"),
    *("clockwise from", "is pictured", "are pictured", "pictured here", "(pictured)", "seen here"),
    *("photo shows", "image shows", "photo taken", "picture taken", "screenshot"),
)
"""What a line says when it stands under a picture."""

SCENE_VERBS = frozenset(
    phrases("""
        stand, stands, walk, walks, sit, sits, look, looks, speak, speaks, pose, poses, hold,
        holds, wave, waves, arrive, arrives, attend, attends, wait, waits, carry, carries, gather,
        gathers, listen, listens, react, reacts, watch, watches, drive, drives, ride, rides, leave,
        leaves, chant, chants, marches, pass, passes, work, works, gesture, gestures,
        celebrate, celebrates, display, displays, eat, eats, line, lines, inspect, inspects,
        patrol, patrols, shake, shakes, talk, talks, address, addresses, perform, performs, push,
        pushes
    """)
)
"""Verbs in the present tense by which a caption tells what a picture shows."""

FUNCTION_WORDS = frozenset(
    phrases("""
        the, of, to, and, a, an, in, that, for, was, is, were, are, on, with, as, it, by, at, from,
        he, she, they, his, her, their, its, be, been, has, have, had, not, but, who, which, this,
        would, will, could, said, after, when, or, we, i, you, if, there, than, more, about, into,
        over, also, out, up, what, no, all, can, so, because, one, do, did, i'm, it's
    """)
)
"""The small words that hold English sentences together; menus and lists have few."""

AUTHOR_HEADINGS = frozenset(
    phrases("about the author, about the authors, about the writer, notes to editors, author bio")
)
"""Headings above a line on who wrote the article."""

JOBS = phrases("staff writer, staff reporter, correspondent, contributor, editor, reporter")
"""What stands behind a name that has no "By" in front."""
