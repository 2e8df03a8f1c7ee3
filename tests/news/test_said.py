"""When a claim was made: never a day that the text does not give."""

from __future__ import annotations

from news.heard import claims, only


def said(claim):
    return claim.said.edtf.edtf if claim.said.edtf else None


def test_the_words_of_the_dateline_date_the_report_of_the_lead_speaker():
    text = "Oslo, Dec 17 (UNI) It is so, envoy Ana Sato told Sputnik.\nTrader Jon Berg said it was not."
    assert [said(c) for c in claims(text)] == ["XXXX-12-17", None]


def test_a_month_beside_the_cue_dates_the_claim():
    assert said(only("In October, envoy Ana Sato said that it was so.")) == "XXXX-10"


def test_a_date_inside_the_words_said_dates_them_and_not_the_saying():
    assert said(only("Envoy Ana Sato said that the ship sailed on 5 March 2020.")) is None


def test_no_date_comes_with_its_reason():
    assert only("Envoy Ana Sato said that it was so.").said.how
