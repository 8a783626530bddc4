/** What a meeting may be, in the language of the screen: its form, its kind of minutes, its language. */
import type { MeetingForm, MinutesKind } from '#contract/minutes.ts'
import type { Option } from '../ui/field.tsx'
import type { Language } from './languages.ts'
import type { T } from './resources.ts'

export const formWords = (t: T): Record<MeetingForm, string> => ({
  fysiskt: t('forms.room'),
  distans: t('forms.remote'),
  hybrid: t('forms.hybrid'),
})

export function formOptions(t: T): Option<MeetingForm>[] {
  const words = formWords(t)
  return (['fysiskt', 'distans', 'hybrid'] as const).map((value) => ({ value, label: words[value] }))
}

export const kindOptions = (t: T): Option<MinutesKind>[] =>
  (['minnesanteckningar', 'protokoll', 'minutes'] as const).map((value) => ({
    value,
    label: t(`meetings:kinds.${value}`),
  }))

export const languageOptions = (t: T): Option<Language>[] => [
  { value: 'sv', label: t('language.sv') },
  { value: 'en', label: t('language.en') },
]
