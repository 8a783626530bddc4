/** The people of one role of a block: a chip each, and an empty one for the next. */
import { useEffect, useRef } from 'react'
import { useT } from '../../../i18n/i18n.ts'
import type { Contribution } from '../text/blocks.ts'
import { TextChip } from './chip-frame.tsx'
import { useNames, type KnownName } from './names.ts'

type PeopleChipsProps = {
  label: string
  ask: string
  part: Contribution['role']
  choice?: Contribution['choice']
  people: readonly Contribution[]
  present: readonly KnownName[]
  onSave: (people: readonly Contribution[]) => void
}

export function PeopleChips({ label, ask, part: role, choice = null, people, present, onSave }: PeopleChipsProps) {
  const t = useT()
  const names = useNames(present)
  const next = useRef<HTMLSpanElement>(null)
  const own = people.filter((one) => one.role === role && one.choice === choice)
  const count = useRef(own.length)
  useEffect(() => {
    // The field that took a name is gone with the key that ended it: the one for the next has its focus.
    if (own.length > count.current && document.activeElement === document.body)
      next.current?.querySelector('button')?.focus()
    count.current = own.length
  }, [own.length])
  const said = (typed: string) => {
    const trimmed = typed.trim()
    return { value: trimmed === '' ? null : names.complete(trimmed) }
  }
  const common = {
    label,
    suggestions: names.all,
    preferred: names.names,
    onTyping: names.setTyped,
    parse: said,
  }
  return (
    <>
      {own.map((one) => (
        <TextChip
          key={one.id}
          {...common}
          value={one.name}
          onSave={(name) => {
            // Without a name the person goes.
            const changed = name === null ? [] : [{ ...one, name, personId: names.personOf(name) }]
            onSave(people.flatMap((each) => (each.id === one.id ? changed : [each])))
            return Promise.resolve(true)
          }}
        />
      ))}
      <span ref={next} className="chip-next">
        <TextChip
          // A new field after each person: what was typed stands in a chip of its own.
          key={`new-${own.length}`}
          {...common}
          value={null}
          empty={own.length === 0 ? ask : t('blocks:field.more')}
          onSave={(name) => {
            if (name !== null)
              onSave([...people, { id: crypto.randomUUID(), role, name, personId: names.personOf(name), choice }])
            return Promise.resolve(true)
          }}
        />
      </span>
    </>
  )
}
