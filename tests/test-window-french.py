#!/usr/bin/python3
"""test-window-french.py BUILD: every page in French, the PDF, and what is kept. TAP."""

import os
import subprocess
import time

from scenarios import run, export, finding, french_catalogue, journal, save_as, set_language


def set_years(window, title, row, years):
    """Preferences by keys: the fourth row counts the simulated years. Told while they come."""
    window.keys("ctrl+comma")
    window.find(title)
    window.wait(lambda: len(window.shown()) == 2, "the preferences window")
    time.sleep(0.5)
    window.keys("Down", "Down", "Down", "space")
    time.sleep(0.5)
    window.keys("Home", *["Down"] * row, "Return")
    time.sleep(0.3)
    window.keys("Escape")
    window.wait(lambda: any(years in name and "années simulées" in name for name in window.names()),
                f"{years} years under way")


def test_the_answers_are_french(window):
    set_language(window, "Preferences", 2)
    window.wait(lambda: any(name.startswith("Solde le plus bas") for name in window.names()),
                "French")
    names = window.names()
    assert any(name.startswith("Plafond recommandé") for name in names)
    left = [name for name in names if name in french_catalogue()]
    assert not left, left


def test_bookings_and_risk_are_french_too(window):
    for page, opened in (("Réservations", "Sur 10 bons utilisés…"), ("Risque", "L’offre perd…")):
        window.act(window.find(page))
        window.find(opened)
        for each in [each for each in window.walk() if each.name in (
                "Chaque probabilité avec son erreur", "Des pires années aux meilleures",
                "Ce qui s’y passe, en moyenne")]:
            window.act(each)
        time.sleep(0.5)
        left = [name for name in window.names() if name in french_catalogue()]
        assert not left, left
    set_years(window, "Préférences", 1, "4\u00a0000")
    with open(window.screen.home + "/config/aubaine/preferences.ini", encoding="utf-8") as file:
        assert "simulated-years=4000" in file.read()


def test_the_books_are_french_too(window):
    window.act(window.find("Comptabilité"))
    for line in ("Mois par mois", "Tous les comptes", "Toutes les écritures", "Vos numéros de compte"):
        for each in [each for each in window.walk() if each.name == line]:
            window.act(each)
    finding(window, "Avant de signer")
    window.find("Votre numéro pour 2100…", "text")
    left = [name for name in window.names() if name in french_catalogue()]
    assert not left, left
    target = os.path.join(window.screen.home, "prevision.csv")
    content = export(window, "Exporter pour votre comptable", 5, target)
    assert content == journal(window, "projected", "csv-fr", "fr")
    assert "PRÉVISION" in content.decode("utf-8-sig")


def test_export_writes_the_pdf(window):
    target = os.path.join(window.screen.home, "pour-la-comptable.pdf")
    window.keys("ctrl+e")
    save_as(window, target)
    info = subprocess.run(["pdfinfo", target], capture_output=True, text=True, check=True).stdout
    assert "Tagged:          yes" in info, info
    text = subprocess.run(["pdftotext", target, "-"], capture_output=True, text=True,
                          check=True).stdout
    assert "Solde le plus bas" in text


run(globals())
