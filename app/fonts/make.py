"""
Makes cakupan-sans.woff2 from IBM Plex Sans (variable, Latin) of the npm package
@fontsource-variable/ibm-plex-sans 5.3.0: the letters that Indonesian and English are written with, between
regular and semibold. Under a name of its own, as the licence (OFL.txt) asks of a changed font.

    python3 -m venv /tmp/letters && /tmp/letters/bin/pip install fonttools==4.66.1 brotli==1.2.0
    /tmp/letters/bin/python app/fonts/make.py ibm-plex-sans-latin-wght-normal.woff2 app/fonts/cakupan-sans.woff2
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

NAME = "Cakupan Sans"
LETTERS = "".join(map(chr, range(0x20, 0x7F))) + "ÁÉÍÓÚÖÜÑÇáàâäåéèêëíîïóôöúûüñç"
SIGNS = "\u00a0\u2009·×÷±−°²½§©«»•–—‘’“”…"

source, target = sys.argv[1:]
font = TTFont(source)
options = subset.Options(layout_features=["kern", "mark", "ccmp", "liga"], hinting=True)
subsetter = subset.Subsetter(options)
subsetter.populate(text=LETTERS + SIGNS)
subsetter.subset(font)
font = instancer.instantiateVariableFont(font, {"wght": (400, 600)})
for record in font["name"].names:
    text = str(record)
    if "Plex" in text and record.nameID != 0:
        record.string = text.replace("IBM Plex Sans", NAME).replace("IBMPlexSans", "CakupanSans")
font.flavor = "woff2"
font.save(target)
