/** The labels in the head of a mail, in Swedish and English. */

export type MailLabel = 'from' | 'to' | 'copy' | 'reply' | 'sent' | 'date' | 'subject' | 'other'

const labels: ReadonlyArray<readonly [MailLabel, string]> = [
  ['from', 'från|from'],
  ['to', 'till|to'],
  ['copy', 'kopia|hemlig kopia|cc|bcc'],
  ['reply', 'svar till|reply-to'],
  ['sent', 'skickat|skickad|skickades|sent'],
  ['date', 'datum|date'],
  ['subject', 'ämne|subject'],
  ['other', 'bifogat|bifogade filer|bilagor|attachments?|prioritet|importance'],
]
const patterns = labels.map(
  ([label, words]) => [label, new RegExp(`^(?:${words})\\s*:\\s*(?<value>\\S)?`, 'iu')] as const,
)

/** The label a line begins with, and whether anything stands behind it; null for any other line. */
export function mailLabel(text: string): { label: MailLabel; filled: boolean } | null {
  for (const [label, pattern] of patterns) {
    const found = pattern.exec(text)
    if (found !== null) return { label, filled: found.groups?.['value'] !== undefined }
  }
  return null
}
