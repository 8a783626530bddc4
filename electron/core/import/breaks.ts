/** Breaks of a meeting, told on a line of their own: "Ajournering 14:30–14:45". */

const told =
  /^(?:(?:mötet|sammanträdet|förhandlingarna|the meeting) )?(?:(?:var |är |was )?ajourner\p{L}*|adjourn(?:ment|ed)|paus(?:er)?|(?:fika|kaffe|lunch|mat|bensträckar)paus|lunch(?:uppehåll)?|uppehåll|recess|(?:coffee |tea |lunch )?break)(?!\p{L})[^.!?]{0,30}?(?:kl\. ?)?\d{1,2}[.:]?\d{2} ?(?:[-–—]|till|to|until|och|and) ?(?:kl\.? )?\d{1,2}[.:]?\d{2}(?!\d)/iu

/** A line that says from when to when the meeting rested: neither its place nor its hours. */
export function tellsOfBreak(text: string): boolean {
  return text.length < 90 && told.test(text)
}
