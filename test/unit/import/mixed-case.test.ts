/** Patterns that tell the cases apart in one part, and a reading that does not hang on how patterns are compiled. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mixedCase } from '#core/import/mixed-case.ts'
import { parseMinutes } from '#core/import/parse.ts'

describe('a pattern of both cases', () => {
  test.each([
    ['^(?:nämnden|(?-i:\\p{Lu}{2,4})) beslöt', 'NÄMNDEN Beslöt', true],
    ['^(?:nämnden|(?-i:\\p{Lu}{2,4})) beslöt', 'KSAU BESLÖT', true],
    ['^(?:nämnden|(?-i:\\p{Lu}{2,4})) beslöt', 'ksau beslöt', false],
    ['^(?:[a-e]|[ivx]+)\\. (?-i:Bo)$', 'XII. Bo', true],
    ['^(?:[a-e]|[ivx]+)\\. (?-i:Bo)$', 'D. Bo', true],
    ['^(?:[a-e]|[ivx]+)\\. (?-i:Bo)$', 'F. Bo', false],
    ['^(?:[a-e]|[ivx]+)\\. (?-i:Bo)$', 'D. BO', false],
    ['^på (?-i:(?:En|Två) (?:x))y$', 'PÅ En xY', true],
    ['^på (?-i:(?:En|Två) (?:x))y$', 'PÅ En Xy', false],
    ['^[^a.]$', 'A', false],
    ['(?<=§ )(?<word>\\p{Ll}{2})(?![\\p{L}\\d])', '§ AB', true],
  ])('%s in "%s" is %s', (source, text, found) => {
    expect(mixedCase(source, 'u').test(text)).toBe(found)
  })

  test('takes any word in any case', () => {
    const letter = fc.constantFrom(...'abcdexyzåäöéABCXYZÅÄÖÉ'.split(''))
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 8 }), (word) => {
        for (const written of [word, word.toLowerCase(), word.toUpperCase()])
          expect(mixedCase(`^(?:${word}|[${word}]{20})$`, 'u').test(written)).toBe(true)
      }),
    )
  })
})

test('minutes are read alike where patterns are compiled without the optimizer', () => {
  const [file, parse] = [
    '../../fixtures/minutes/corpus/dev/09-arsmote-brf.txt',
    '../../../electron/core/import/parse.ts',
  ].map((path) => new URL(path, import.meta.url))
  const script = `import { readFileSync } from 'node:fs'
    const { parseMinutes } = await import(${JSON.stringify(parse?.href)})
    console.log(JSON.stringify(parseMinutes(readFileSync(process.argv[1], 'utf8'))))`
  const path = fileURLToPath(file ?? '')
  const read = execFileSync(
    process.execPath,
    ['--no-regexp-optimization', '--no-warnings', '--input-type=module', '-e', script, path],
    { encoding: 'utf8' },
  )
  expect(JSON.parse(read)).toEqual(parseMinutes(readFileSync(path, 'utf8')))
})
