// The few sentences that the page needs where the core cannot speak. All others come from the View.

/** @typedef {'en' | 'de' | 'fi'} Language */

const words = {
  en: {
    cannot_start:
      'The calculator could not start: a part of it (kirnu-core.wasm) did not arrive. A content blocker, a company network or a lost connection may have blocked it. The article below works without it.',
    retry: 'Try again',
    slow: 'The calculator is still loading. The article below works without it.',
    stopped: 'The calculation stopped with an error and could not be started again.',
    restarted: 'The calculation stopped with an error and was started again. Your inputs are as before.',
    drawing_stopped: 'The drawn page stopped. This is the same page as text, with all its functions.',
    copied: 'Copied.',
    copy_by_hand: 'Copying is not allowed here. The text is selected: press Ctrl+C or Cmd+C.',
    close: 'Close',
  },
  de: {
    cannot_start:
      'Der Rechner konnte nicht starten: Ein Teil davon (kirnu-core.wasm) ist nicht angekommen. Ein Inhaltsblocker, ein Firmennetz oder eine unterbrochene Verbindung kann ihn aufgehalten haben. Der Artikel darunter funktioniert auch ohne ihn.',
    retry: 'Noch einmal versuchen',
    slow: 'Der Rechner lädt noch. Der Artikel darunter funktioniert auch ohne ihn.',
    stopped: 'Die Berechnung wurde durch einen Fehler abgebrochen und ließ sich nicht neu starten.',
    restarted: 'Die Berechnung wurde durch einen Fehler abgebrochen und neu gestartet. Ihre Eingaben sind unverändert.',
    drawing_stopped: 'Die gezeichnete Seite ist stehen geblieben. Dies ist dieselbe Seite als Text, mit allen Funktionen.',
    copied: 'Kopiert.',
    copy_by_hand: 'Kopieren ist hier nicht erlaubt. Der Text ist markiert: Strg+C oder Cmd+C drücken.',
    close: 'Schließen',
  },
  fi: {
    cannot_start:
      'Laskuri ei käynnistynyt: osa siitä (kirnu-core.wasm) ei latautunut. Syynä voi olla sisällönesto-ohjelma, yrityksen verkko tai katkennut yhteys. Alla oleva artikkeli toimii ilman laskuriakin.',
    retry: 'Yritä uudelleen',
    slow: 'Laskuria ladataan vielä. Alla oleva artikkeli toimii ilman sitäkin.',
    stopped: 'Laskenta pysähtyi virheeseen, eikä sitä saatu uudelleen käyntiin.',
    restarted: 'Laskenta pysähtyi virheeseen ja käynnistettiin uudelleen. Syöttämäsi tiedot ovat ennallaan.',
    drawing_stopped: 'Piirretty sivu pysähtyi. Tämä on sama sivu tekstinä, kaikkine toimintoineen.',
    copied: 'Kopioitu.',
    copy_by_hand: 'Kopiointi ei ole tässä sallittu. Teksti on valittu: paina Ctrl+C tai Cmd+C.',
    close: 'Sulje',
  },
};

/** @typedef {keyof typeof words.en} Sentence */

/** @param {string} language @param {Sentence} sentence */
export function boot_words(language, sentence) {
  return (words[/** @type {Language} */ (language)] ?? words.en)[sentence];
}
