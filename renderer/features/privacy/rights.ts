/** What can be done about one person, for buttons and commands alike. */
import { errorText } from '../../i18n/error-text.ts'
import { translate } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { call } from '../../transport/client.ts'
import { write } from '../../transport/hooks.ts'

export type Subject = { id: string } | { name: string }

/** Saves the extract of a person or a name as a file, in the documents' language. */
export async function saveExtract(subject: Subject, format: 'docx' | 'json'): Promise<void> {
  try {
    const { documentLanguage: language } = await call('settings.get', {})
    const { saved } = await call('privacy.exportExtract', { subject, format, language })
    if (saved !== null) announce(translate()('privacy:extract.saved', { file: saved }))
  } catch (error) {
    announce(errorText(error))
  }
}

export async function restrict(id: string, name: string, restricted: boolean): Promise<void> {
  try {
    await write('privacy.restrict', { id, restricted })
    announce(translate()(restricted ? 'privacy:said.restricted' : 'privacy:said.lifted', { name }))
  } catch (error) {
    announce(errorText(error))
  }
}
