/** Words of the system's own parts: menu and dialogs. The page has its own. */
import sv from '#assets/locales/sv/native.json' with { type: 'json' }
import en from '#assets/locales/en/native.json' with { type: 'json' }

export type NativeWords = typeof sv

/** @param preferred the system's languages, best first: English only where it comes before Swedish */
export function nativeWords(preferred: readonly string[]): NativeWords {
  const first = preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'sv' || tag === 'en')
  return first === 'en' ? en : sv
}
