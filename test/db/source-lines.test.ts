import fc from 'fast-check'
import { expect, it } from 'vitest'
import { insert, run } from '#db/connection.ts'
import { sourceReader } from '#db/queries/sources.ts'
import { newWorkspace } from '../helpers/workspace.ts'

it('every line of a text is found by its number, and nothing where no line or no text is', () => {
  const { db } = newWorkspace()
  const kept = { name: 'prov.txt', kind: 'text', encoding: 'utf-8', sha256: '0', added_at: '2026-01-01' }
  fc.assert(
    fc.property(fc.array(fc.constantFrom('', ' ', 'Ett', ' Två ord\r', 'Ö'), { maxLength: 8 }), (lines) => {
      run(db, 'DELETE FROM source')
      insert(db, 'source', { id: 'ett', text: lines.join('\n'), ...kept })
      const read = sourceReader(db)
      for (const [index, line] of lines.entries())
        expect(read('ett', index + 1)).toEqual({ name: 'prov.txt', words: line.trim() || null })
      expect(read('ett', lines.length + 1).words).toBeNull()
      expect(read('ett', null)).toEqual({ name: 'prov.txt', words: null })
      expect(read('annan', 1)).toEqual({ name: null, words: null })
      expect(read(null, 1)).toEqual({ name: null, words: null })
    }),
  )
})
