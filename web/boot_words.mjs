// The few sentences that the page needs where the core cannot speak. All others come from the View.

/** @typedef {'en' | 'de' | 'fi'} Language */

const words = {
  en: {
    cannot_start:
      'The calculator could not start: a part of it (kirnu-core.wasm) did not arrive. A content blocker, a company network or a lost connection may have blocked it. The article below works without it.',
    mixed:
      'The calculator could not start: a part of it belongs to another version. A cache between you and the site may hold old files. Try again in a few minutes. The article below works without it.',
    retry: 'Try again',
    slow: 'The calculator is still loading. The article below works without it.',
    stopped: 'The calculation stopped with an error and could not be started again.',
    restarted: 'The calculation stopped with an error and was started again. Your inputs are as before.',
    no_room: 'There is not enough memory for this. Nothing was changed. Close other pages and try again.',
    not_done: 'This could not be done because of an error. Nothing was changed.',
    redrawn: 'The drawing stopped with an error and was started again. Your inputs are as before.',
    drawing_stopped: 'The drawn page stopped. This is the same page as text, with all its functions.',
    copied: 'Copied.',
    copy_by_hand: 'Copying is not allowed here. The text is selected: press Ctrl+C or Cmd+C.',
    cannot_print: 'This frame may not print. Copy the link, open it as a page of its own and print that.',
    save_by_hand: 'If no download begins, this frame does not allow one. The contents can be copied instead.',
    picture_failed: 'The picture could not be drawn: the page around does not allow it. Save it as SVG.',
    copy_it: 'Copy the text',
    close: 'Close',
    new_version: 'There is a new version.',
    load_it: 'Load it now',
    memory_unreadable: 'What was remembered on this device cannot be read any more, so the page starts anew.',
    undo: 'Undo',
    link_replaces: 'The link would take the place of your table.',
    open_link: 'Open the link',
    replaced: 'Your earlier numbers are no longer on the page.',
    unread:
      '“{name}” could be read only as far as {share}: it was changed, moved or deleted, or its drive is gone. Your earlier data are as before. Choose the file again.',
    unread_at_once:
      '“{name}” could not be read: it was changed, moved or deleted, or its drive is gone. Your earlier data are as before. Choose the file again.',
    file_too_much:
      'There is not enough memory for “{name}”. Your earlier data are as before. Close other pages, or save a part of the table and choose that.',
    file_failed:
      '“{name}” stopped the calculation. Your earlier data are as before. Save it as CSV anew and choose it again.',
    folder:
      'That is a folder. Drop one table; or two lists of customers, the earlier one first; or three: earlier, later, still earlier.',
    too_many_files:
      '{count} files cannot be read together. Drop one table; or two lists of customers, the earlier one first; or three: earlier, later, still earlier.',
  },
  de: {
    cannot_start:
      'Der Rechner konnte nicht starten: Ein Teil davon (kirnu-core.wasm) ist nicht angekommen. Ein Inhaltsblocker, ein Firmennetz oder eine unterbrochene Verbindung kann ihn aufgehalten haben. Der Artikel darunter funktioniert auch ohne ihn.',
    mixed:
      'Der Rechner konnte nicht starten: Ein Teil davon gehört zu einer anderen Version. Vermutlich hält ein Zwischenspeicher alte Dateien fest. Versuchen Sie es in ein paar Minuten noch einmal. Der Artikel darunter funktioniert auch ohne ihn.',
    retry: 'Noch einmal versuchen',
    slow: 'Der Rechner lädt noch. Der Artikel darunter funktioniert auch ohne ihn.',
    stopped: 'Die Berechnung wurde durch einen Fehler abgebrochen und ließ sich nicht neu starten.',
    restarted: 'Die Berechnung wurde durch einen Fehler abgebrochen und neu gestartet. Ihre Eingaben sind unverändert.',
    no_room: 'Dafür reicht der Arbeitsspeicher nicht. Es wurde nichts geändert. Schließen Sie andere Seiten und versuchen Sie es noch einmal.',
    not_done: 'Das war wegen eines Fehlers nicht möglich. Es wurde nichts geändert.',
    redrawn: 'Die Zeichnung wurde durch einen Fehler abgebrochen und neu gestartet. Ihre Eingaben sind unverändert.',
    drawing_stopped: 'Die gezeichnete Seite ist stehen geblieben. Dies ist dieselbe Seite als Text, mit allen Funktionen.',
    copied: 'Kopiert.',
    copy_by_hand: 'Kopieren ist hier nicht erlaubt. Der Text ist markiert: Strg+C oder Cmd+C drücken.',
    cannot_print: 'Dieser Rahmen darf nicht drucken. Kopieren Sie den Link, öffnen Sie ihn als eigene Seite und drucken Sie diese.',
    save_by_hand: 'Beginnt kein Download, erlaubt dieser Rahmen keinen. Der Inhalt lässt sich stattdessen kopieren.',
    picture_failed: 'Das Bild ließ sich nicht zeichnen: Die Seite darum herum erlaubt es nicht. Speichern Sie es als SVG.',
    copy_it: 'Text kopieren',
    close: 'Schließen',
    new_version: 'Es gibt eine neue Version.',
    load_it: 'Jetzt laden',
    memory_unreadable: 'Was auf diesem Gerät gemerkt war, ist nicht mehr lesbar; die Seite beginnt von vorn.',
    undo: 'Rückgängig machen',
    link_replaces: 'Der Link würde Ihre Tabelle ersetzen.',
    open_link: 'Link öffnen',
    replaced: 'Ihre bisherigen Zahlen stehen nicht mehr auf der Seite.',
    unread:
      '„{name}“ ließ sich nur bis {share} lesen: Die Datei wurde geändert, verschoben oder gelöscht, oder ihr Laufwerk fehlt. Ihre bisherigen Daten sind unverändert. Wählen Sie die Datei noch einmal aus.',
    unread_at_once:
      '„{name}“ ließ sich nicht lesen: Die Datei wurde geändert, verschoben oder gelöscht, oder ihr Laufwerk fehlt. Ihre bisherigen Daten sind unverändert. Wählen Sie die Datei noch einmal aus.',
    file_too_much:
      'Für „{name}“ reicht der Arbeitsspeicher nicht. Ihre bisherigen Daten sind unverändert. Schließen Sie andere Seiten, oder speichern Sie einen Teil der Tabelle und wählen Sie diesen aus.',
    file_failed:
      '„{name}“ hat die Berechnung abgebrochen. Ihre bisherigen Daten sind unverändert. Speichern Sie die Datei neu als CSV und wählen Sie sie noch einmal aus.',
    folder:
      'Das ist ein Ordner. Ziehen Sie eine Tabelle hierher; oder zwei Kundenlisten, die frühere zuerst; oder drei: frühere, spätere, noch frühere.',
    too_many_files:
      '{count} Dateien lassen sich nicht zusammen lesen. Ziehen Sie eine Tabelle hierher; oder zwei Kundenlisten, die frühere zuerst; oder drei: frühere, spätere, noch frühere.',
  },
  fi: {
    cannot_start:
      'Laskuri ei käynnistynyt: osa siitä (kirnu-core.wasm) ei latautunut. Syynä voi olla sisällönesto-ohjelma, yrityksen verkko tai katkennut yhteys. Alla oleva artikkeli toimii ilman laskuriakin.',
    mixed:
      'Laskuri ei käynnistynyt: osa siitä kuuluu toiseen versioon. Jokin välimuisti pitää ehkä kiinni vanhoista tiedostoista. Yritä uudelleen muutaman minuutin päästä. Alla oleva artikkeli toimii ilman laskuriakin.',
    retry: 'Yritä uudelleen',
    slow: 'Laskuria ladataan vielä. Alla oleva artikkeli toimii ilman sitäkin.',
    stopped: 'Laskenta pysähtyi virheeseen, eikä sitä saatu uudelleen käyntiin.',
    restarted: 'Laskenta pysähtyi virheeseen ja käynnistettiin uudelleen. Syöttämäsi tiedot ovat ennallaan.',
    no_room: 'Muisti ei riitä tähän. Mitään ei muutettu. Sulje muita sivuja ja yritä uudelleen.',
    not_done: 'Tämä ei onnistunut virheen takia. Mitään ei muutettu.',
    redrawn: 'Piirtäminen pysähtyi virheeseen ja käynnistettiin uudelleen. Syöttämäsi tiedot ovat ennallaan.',
    drawing_stopped: 'Piirretty sivu pysähtyi. Tämä on sama sivu tekstinä, kaikkine toimintoineen.',
    copied: 'Kopioitu.',
    copy_by_hand: 'Kopiointi ei ole tässä sallittu. Teksti on valittu: paina Ctrl+C tai Cmd+C.',
    cannot_print: 'Tästä kehyksestä ei voi tulostaa. Kopioi linkki, avaa se omana sivunaan ja tulosta se.',
    save_by_hand: 'Jos lataus ei ala, tämä kehys ei salli sitä. Sisällön voi kopioida sen sijaan.',
    picture_failed: 'Kuvaa ei voitu piirtää: ympäröivä sivu ei salli sitä. Tallenna se SVG-muodossa.',
    copy_it: 'Kopioi teksti',
    close: 'Sulje',
    new_version: 'Uusi versio on saatavilla.',
    load_it: 'Lataa nyt',
    memory_unreadable: 'Tälle laitteelle muistettuja tietoja ei voi enää lukea, joten sivu alkaa alusta.',
    undo: 'Kumoa',
    link_replaces: 'Linkki korvaisi taulukkosi.',
    open_link: 'Avaa linkki',
    replaced: 'Aiemmat lukusi eivät ole enää sivulla.',
    unread:
      'Tiedoston ”{name}” lukeminen keskeytyi kohtaan {share}: tiedostoa on muutettu, se on siirretty tai poistettu, tai sen levy puuttuu. Aiemmat tietosi ovat ennallaan. Valitse tiedosto uudelleen.',
    unread_at_once:
      'Tiedostoa ”{name}” ei voitu lukea: sitä on muutettu, se on siirretty tai poistettu, tai sen levy puuttuu. Aiemmat tietosi ovat ennallaan. Valitse tiedosto uudelleen.',
    file_too_much:
      'Muisti ei riitä tiedostolle ”{name}”. Aiemmat tietosi ovat ennallaan. Sulje muita sivuja, tai tallenna taulukosta osa ja valitse se.',
    file_failed:
      'Tiedosto ”{name}” pysäytti laskennan. Aiemmat tietosi ovat ennallaan. Tallenna tiedosto uudelleen CSV-muodossa ja valitse se uudelleen.',
    folder:
      'Tämä on kansio. Pudota tähän yksi taulukko, tai kaksi asiakasluetteloa, aiempi ensin, tai kolme: aiempi, myöhempi, vielä aiempi.',
    too_many_files:
      '{count} tiedostoa ei voi lukea yhdessä. Pudota tähän yksi taulukko, tai kaksi asiakasluetteloa, aiempi ensin, tai kolme: aiempi, myöhempi, vielä aiempi.',
  },
};

/** @typedef {keyof typeof words.en} Sentence */

/** @typedef {Record<string, string | number>} Values */

/** @param {string} language @param {Sentence} sentence @param {Values} [values] of its {placeholders} */
export function boot_words(language, sentence, values = {}) {
  const text = (words[/** @type {Language} */ (language)] ?? words.en)[sentence];
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}
