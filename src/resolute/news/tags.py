"""Word classes as bits: a word may have several, and a step asks for many at once."""

from __future__ import annotations

from collections.abc import Mapping

DET = 1 << 0  # the, this, both
POSS = 1 << 1  # his, their
SUBJ = 1 << 2  # he, they, there
OBJ = 1 << 3  # him, them
PREP = 1 << 4  # of, in, about
SUB = 1 << 5  # because, that, as
CO = 1 << 6  # and, but
REL = 1 << 7  # who, which
AUX = 1 << 8  # is, has, does
BE = 1 << 9  # a form of be
HAVE = 1 << 10  # a form of have
MODAL = 1 << 11  # will, would, must
NEG = 1 << 12  # not, don't
ADV = 1 << 13  # also, firmly
TIME = 1 << 14  # Monday, today, March
PLAIN = 1 << 15  # say
PAST = 1 << 16  # said
PART = 1 << 17  # said, spoken
ING = 1 << 18  # saying
S = 1 << 19  # says
NOUN = 1 << 20  # a plural that looks like a verb
CAP = 1 << 21  # a capital first letter
MARK = 1 << 22  # any other sign
STOP = 1 << 23  # . ! ?
COMMA = 1 << 24  # ,
OPEN = 1 << 25  # ( [
CLOSE = 1 << 26  # ) ]
DASH = 1 << 27  # - –
COLON = 1 << 28  # : ;
NUM = 1 << 29  # digits
THAT = 1 << 30  # that
TO = 1 << 31  # to
QUOTED = 1 << 32  # a full quotation, as one item of a line
GENITIVE = 1 << 33  # Tokyo's
CONTRACTED = 1 << 34  # he's, we'll
DO = 1 << 35  # a form of do
CUE = 1 << 36  # a word of the cue lexicon
STATE = 1 << 37  # inside a mention of a State

TAG: Mapping[str, int] = {name: value for name, value in list(globals().items()) if isinstance(value, int)}
