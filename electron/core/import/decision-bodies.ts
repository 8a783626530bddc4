/** Words for those who decide: bodies, offices, "we". */

/** Who decides, in Swedish: a group that opens and closes by itself. */
export const bodies =
  '(?:mötet|styrelsen|nämnden|stämman|årsmötet|årsstämman|föreningsstämman|kommittén|utskottet|arbetsutskottet|gruppen|arbetsgruppen|styrgruppen|ledningsgruppen|projektgruppen|samverkansgruppen|referensgruppen|rådet|insynsrådet|samverkansrådet|fullmäktige|direktionen|delegationen|presidiet|kollegiet|beredningen|ledningen|församlingen|klubben|föreningen|forumet|nätverket|panelen|konsortiet|byalaget|teamet|mötesdeltagarna|deltagarna|parterna|arbetsgivaren|generaldirektören|rektor|rektorn|prefekten|dekanen|ordföranden|man|vi|\\p{L}+(?:styrelsen|nämnden|gruppen|rådet|utskottet|kommittén|fullmäktige|direktionen|delegationen|stämman|mötet))'
/** The same in English. */
export const englishBodies =
  '(?:the (?:\\p{L}+ ){0,4}?(?:board|committee|council|meeting|group|trustees|members|directors|team|panel|forum|commission|assembly|chair|senate|faculty|partners|consortium|association|society|club|union|trust|network|party|cabinet|jury|executive|officers|participants|attendees)|trustees|members|the (?:members|trustees) (?:present )?|we|it|everyone|all)'
