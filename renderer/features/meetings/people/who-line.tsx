/** "Vem?" at the foot: letters of a name, then one key; for a deputy the seat they take. The text keeps its place and gets the focus back. */
import './who-line.css'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useT } from '../../../i18n/i18n.ts'
import type { T } from '../../../i18n/resources.ts'
import { KeyGroup } from '../../../ui/keys-within.tsx'
import { Kbd, PresenceMark } from '../../../ui/marks.tsx'
import { OptionList, optionId } from '../../../ui/option-list.tsx'
import type { View } from '../text/savers.ts'
import { act, actKeys, canAct, standingIn, type ActKey } from './acts.ts'
import { fitting, goesOn, mayGoOn } from './match.ts'
import { goneAs, presenceOf, presenceWord, type Person } from './presence.ts'
import { emptySeats, serve, servingFor } from './serve.ts'
import { closeWho, useWho } from './who.ts'

const most = 6
const listId = 'who-list'
/** Steps in for somebody: "serves". */
const deputyKey = 's'

/** What a key does to somebody as they stand. */
export function actWord(person: Person, key: ActKey, t: T): string {
  const gone = goneAs(person)
  if (key === 'b' && gone !== null && gone !== 'recused') return t('attendance:act.back')
  if (key === 'j' && gone === 'recused') return t('attendance:act.cleared')
  return t(`attendance:act.${key}`)
}

export function WhoLine({ view }: { view: View }) {
  const who = useWho()
  return who === null ? null : <Line view={view} deputyId={who.deputyId} />
}

function Line({ view, deputyId }: { view: View; deputyId: string | null }) {
  const t = useT()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [index, setIndex] = useState(0)
  const [chosen, setChosen] = useState(deputyId)
  /** What a space chose somebody by, when it may part two of their names: the next sign says which it is. */
  const [named, setNamed] = useState<string | null>(null)
  const [seating, setSeating] = useState(deputyId !== null)
  const person = view.attendance.find(({ id }) => id === chosen) ?? null
  const seats = person === null ? [] : emptySeats(view, person)
  const choosing = person === null || seating
  const found = (seating ? fitting(seats, typed) : typed.trim() === '' ? [] : fitting(view.attendance, typed)).slice(
    0,
    most,
  )
  useEffect(() => field.current?.focus(), [])

  const ask = (next: { chosen: string | null; seating: boolean }) => {
    setChosen(next.chosen)
    setSeating(next.seating)
    setTyped('')
    setNamed(null)
    setIndex(0)
  }
  const choose = (one: Person | undefined, space = false) => {
    if (one === undefined) return
    if (person === null) {
      ask({ chosen: one.id, seating: false })
      return setNamed(space && mayGoOn(one.name, typed) ? typed : null)
    }
    closeWho()
    void serve(view, person, one.id)
  }
  /** Takes a seat, or leaves the one that is taken. */
  const step = (one: Person) => {
    if (servingFor(view, one) === null) return ask({ chosen: one.id, seating: true })
    closeWho()
    void serve(view, one, null)
  }
  const canStep = person !== null && (servingFor(view, person) !== null || seats.length > 0)
  const run = async (one: Person, key: ActKey) => {
    closeWho()
    await act(view, one, key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    if (key === 'Escape') closeWho()
    else if (person !== null && !seating) {
      const wanted = actKeys.find((one) => one === key.toLowerCase())
      setNamed(null)
      if (key === 'Backspace') ask({ chosen: null, seating: false })
      else if (named !== null && goesOn(person.name, named, key)) {
        ask({ chosen: null, seating: false })
        setTyped(`${named} ${key}`)
      } else if (key.toLowerCase() === deputyKey && canStep) step(person)
      else if (wanted !== undefined && canAct(view, person, wanted)) void run(person, wanted)
      // What is no key of the line is none: only Tab leaves it.
      else if (key === 'Tab') return
    } else if (key === 'Backspace' && typed === '' && person !== null) ask({ chosen: person.id, seating: false })
    else if (key === 'ArrowDown' || key === 'ArrowRight') setIndex(Math.min(index + 1, found.length - 1))
    else if (key === 'ArrowUp' || key === 'ArrowLeft') setIndex(Math.max(index - 1, 0))
    else if (key === 'Enter' || (found.length > 0 && (key === 'Tab' || (key === ' ' && isMeant))))
      choose(found[index], key === ' ')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const now = person === null ? null : standingIn(view, person)
  const keyWords =
    now === null
      ? []
      : actKeys.filter((key) => canAct(view, now, key)).map((key) => ({ key, word: actWord(now, key, t) }))
  const stepWord = t(
    person !== null && servingFor(view, person) !== null ? 'attendance:act.stepDown' : 'attendance:act.stepIn',
  )
  // Among several who fit a space parts the names of one: the letters behind it are no keys. Whose seat is taken by it
  // is not asked again: there it parts the names of the only one, too.
  const isMeant =
    (found.length === 1 && !(seating && mayGoOn(found[0]?.name ?? '', typed))) || index > 0 || typed === ''
  const nobody = choosing && typed.trim() !== '' && found.length === 0
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
        aria-label={
          seating && person !== null ? t('attendance:who.seat', { name: person.name }) : t('attendance:who.field')
        }
        aria-expanded={found.length > 0 && choosing}
        aria-controls={listId}
        aria-activedescendant={choosing && found[index] !== undefined ? optionId(listId, index) : undefined}
        aria-describedby="who-keys"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('attendance:who.placeholder')}
        readOnly={!choosing}
        value={choosing ? typed : person.name}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setIndex(0)
        }}
      />
      {seating && person !== null && <span>{t('attendance:who.seat', { name: person.name })}</span>}
      {choosing ? (
        <OptionList
          id={listId}
          className="who-found"
          rowClass="who-option"
          label={t('attendance:who.fits')}
          rows={found}
          index={index}
          keyOf={({ id }) => id}
          onChoose={(one) => choose(one)}
        >
          {(one) => {
            const now = standingIn(view, one)
            return (
              <>
                <PresenceMark presence={presenceOf(now)} />
                {one.name}
                <span className="text-3">{presenceWord(now, t)}</span>
              </>
            )
          }}
        </OptionList>
      ) : (
        <div className="who-keys">
          {keyWords.map(({ key, word }) => (
            <button
              key={key}
              type="button"
              tabIndex={-1}
              className="who-key"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => void run(person, key)}
            >
              <Kbd shortcut={key} />
              {word}
            </button>
          ))}
          {canStep && (
            <button
              type="button"
              tabIndex={-1}
              className="who-key"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => step(person)}
            >
              <Kbd shortcut={deputyKey} />
              {stepWord}
            </button>
          )}
        </div>
      )}
      <output id="who-keys" className="visually-hidden">
        {choosing
          ? nobody
            ? t('attendance:who.nobody')
            : ''
          : `${person.name}, ${now === null ? '' : presenceWord(now, t)}. ${[
              ...keyWords.map(({ key, word }) => `${key.toUpperCase()}: ${word}`),
              ...(canStep ? [`${deputyKey.toUpperCase()}: ${stepWord}`] : []),
            ].join(', ')}`}
      </output>
      {person === null && typed.trim() === '' && <span className="who-help text-3">{t('attendance:who.help')}</span>}
      {nobody && (
        <span className="who-help text-3" aria-hidden="true">
          {t('attendance:who.nobody')}
        </span>
      )}
    </KeyGroup>
  )
}
