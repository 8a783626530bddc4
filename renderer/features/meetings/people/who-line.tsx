/** "Vem?" at the foot: letters of a name, then one key. The text keeps its place and gets the focus back. */
import './who-line.css'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useT } from '../../../i18n/i18n.ts'
import type { T } from '../../../i18n/resources.ts'
import { KeyGroup } from '../../../ui/keys-within.tsx'
import { Kbd, PresenceMark } from '../../../ui/marks.tsx'
import { OptionList, optionId } from '../../../ui/option-list.tsx'
import type { View } from '../text/savers.ts'
import { act, actKeys, canAct, type ActKey } from './acts.ts'
import { fitting } from './match.ts'
import { goneAs, presenceOf, presenceWord, type Person } from './presence.ts'
import { closeWho, useWho } from './who.ts'

const most = 6
const listId = 'who-list'

/** What a key does to somebody as they stand. */
export function actWord(person: Person, key: ActKey, t: T): string {
  const gone = goneAs(person)
  if (key === 'b' && gone !== null && gone !== 'recused') return t('attendance:act.back')
  if (key === 'j' && gone === 'recused') return t('attendance:act.cleared')
  return t(`attendance:act.${key}`)
}

export function WhoLine({ view }: { view: View }) {
  const who = useWho()
  return who === null ? null : <Line view={view} />
}

function Line({ view }: { view: View }) {
  const t = useT()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [index, setIndex] = useState(0)
  const [chosen, setChosen] = useState<string | null>(null)
  const found = typed.trim() === '' ? [] : fitting(view.attendance, typed).slice(0, most)
  const person = view.attendance.find(({ id }) => id === chosen) ?? null
  useEffect(() => field.current?.focus(), [])

  const choose = (one: Person | undefined) => {
    if (one !== undefined) setChosen(one.id)
  }
  const run = async (one: Person, key: ActKey) => {
    closeWho()
    await act(view, one, key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    if (key === 'Escape') closeWho()
    else if (person !== null) {
      const wanted = actKeys.find((one) => one === key.toLowerCase())
      if (key === 'Backspace') setChosen(null)
      else if (wanted !== undefined && canAct(view, person, wanted)) void run(person, wanted)
      // What is no key of the line is none: only Tab leaves it.
      else if (key === 'Tab') return
    } else if (key === 'ArrowDown' || key === 'ArrowRight') setIndex(Math.min(index + 1, found.length - 1))
    else if (key === 'ArrowUp' || key === 'ArrowLeft') setIndex(Math.max(index - 1, 0))
    else if (key === 'Enter' || (found.length > 0 && (key === ' ' || key === 'Tab'))) choose(found[index])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const keys = person === null ? [] : actKeys.filter((key) => canAct(view, person, key))
  return (
    <KeyGroup
      as="fieldset"
      className="who"
      aria-label={t('attendance:who.label')}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) closeWho('stay')
      }}
    >
      <input
        ref={field}
        className="input who-field"
        role="combobox"
        aria-label={t('attendance:who.field')}
        aria-expanded={found.length > 0 && person === null}
        aria-controls={listId}
        aria-activedescendant={person === null && found[index] !== undefined ? optionId(listId, index) : undefined}
        aria-describedby="who-keys"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('attendance:who.placeholder')}
        readOnly={person !== null}
        value={person === null ? typed : person.name}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setIndex(0)
        }}
      />
      {person === null ? (
        <OptionList
          id={listId}
          className="who-found"
          rowClass="who-option"
          label={t('attendance:who.fits')}
          rows={found}
          index={index}
          keyOf={({ id }) => id}
          onChoose={choose}
        >
          {(one) => (
            <>
              <PresenceMark presence={presenceOf(one)} />
              {one.name}
              <span className="text-3">{presenceWord(one, t)}</span>
            </>
          )}
        </OptionList>
      ) : (
        <div className="who-keys">
          {keys.map((key) => (
            <button
              key={key}
              type="button"
              tabIndex={-1}
              className="who-key"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => void run(person, key)}
            >
              <Kbd shortcut={key} />
              {actWord(person, key, t)}
            </button>
          ))}
        </div>
      )}
      <output id="who-keys" className="visually-hidden">
        {person === null
          ? typed.trim() !== '' && found.length === 0
            ? t('attendance:who.nobody')
            : ''
          : `${person.name}, ${presenceWord(person, t)}. ${keys.map((key) => `${key.toUpperCase()}: ${actWord(person, key, t)}`).join(', ')}`}
      </output>
      {person === null && typed.trim() === '' && <span className="who-help text-3">{t('attendance:who.help')}</span>}
      {person === null && typed.trim() !== '' && found.length === 0 && (
        <span className="who-help text-3" aria-hidden="true">
          {t('attendance:who.nobody')}
        </span>
      )}
    </KeyGroup>
  )
}
