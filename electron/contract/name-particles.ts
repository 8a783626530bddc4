/**
 * Small words that belong to a name ("von", "af", "de la"), in lower case. One list for whoever reads names out of a
 * text, sorts them or completes them; which of them are spellings of each other is for comparing names to say.
 */
export const nameParticles: readonly string[] =
  'af al av bin da das de del della dem den der di do dos du e el ibn la le los ten ter van vom von y zu zum zur'.split(
    ' ',
  )

/** The same as one group of a regular expression: one of them. */
export const nameParticle = `(?:${nameParticles.join('|')})`
