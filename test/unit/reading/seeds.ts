/** The texts themselves, when they are on this machine. */
import { existsSync, readFileSync } from 'node:fs'

const files = {
  programme: '000_7d51324bf5c95432.txt',
  page: '001_5b3bf1d2146f4078.txt',
  news: '002_a66b5512b13b525e.txt',
  strategy: '003_a52064962e038abd.txt',
  minutes: '004_420a019a03bc755e.txt',
}
export type Seed = keyof typeof files

const folder = new URL('../../../../shared/seeds/', import.meta.url)

export function seedText(seed: Seed): string | null {
  const file = new URL(files[seed], folder)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

export const allSeeds: readonly Seed[] = ['programme', 'page', 'news', 'strategy', 'minutes']

/** All five, or null with the reason printed. */
export function seedTexts(): Record<Seed, string> | null {
  const [programme, page, news, strategy, minutes] = allSeeds.map((seed) => seedText(seed) ?? '')
  if (!programme || !page || !news || !strategy || !minutes) {
    console.info('skipped: the published texts are not in ../shared/seeds; the invented twins cover the same traps')
    return null
  }
  return { programme, page, news, strategy, minutes }
}
