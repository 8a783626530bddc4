/** The office's standard phrases: made, changed, ordered and removed. */
import './phrase-settings.css'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import type { Phrase } from '../meetings/phrases/insert.ts'
import { phrasesReached, usePhrasesAsked } from './phrase-command.ts'
import { PhraseForm, kindWords, type PhraseWords } from './phrase-form.tsx'
import { SettingsGroup } from './settings-group.tsx'

const groupId = 'settings-phrases'
/** In place of an id: the form of a phrase that is not stored yet. */
const isNew = 'new'
const blank: PhraseWords = { name: '', text: '', kind: 'paragraph' }

function PhraseRow(props: {
  phrase: Phrase
  /** Its form was closed just now. */
  left: boolean
  onEdit: () => void
  onMove: (step: -1 | 1) => void
  onRemove: () => void
}) {
  const t = useT()
  const { phrase } = props
  const { name } = phrase
  return (
    <li className="phrase-row">
      <div className="phrase-words">
        <strong>{name}</strong>
        <span className="text-3"> {t(kindWords[phrase.kind])}</span>
        <p className="text-2">{phrase.text}</p>
      </div>
      <IconButton icon="up" label={t('writing:phrases.up', { name })} onClick={() => props.onMove(-1)} />
      <IconButton icon="down" label={t('writing:phrases.down', { name })} onClick={() => props.onMove(1)} />
      <IconButton
        icon="edit"
        label={t('writing:phrases.edit', { name })}
        autoFocus={props.left}
        onClick={props.onEdit}
      />
      <IconButton icon="trash" label={t('writing:phrases.remove', { name })} onClick={props.onRemove} />
    </li>
  )
}

export function PhraseSettings({ language }: { language: 'sv' | 'en' }) {
  const t = useT()
  const { data, error } = useRead('phrases.list', {})
  const add = useWrite('phrases.add')
  const set = useWrite('phrases.set')
  const move = useWrite('phrases.move')
  const remove = useWrite('phrases.remove')
  const addStarters = useWrite('phrases.addStarters')
  const [open, setOpen] = useState<string | null>(null)
  /** Whose form was closed last: what opened it takes the focus again. */
  const [left, setLeft] = useState<string | null>(null)
  const close = () => {
    setLeft(open)
    setOpen(null)
  }
  /** Words that could not be saved, and whose form they belong in. */
  const [refused, setRefused] = useState<{ id: string; words: PhraseWords } | null>(null)
  const save = async (id: string, words: PhraseWords) => {
    setRefused(null)
    close()
    try {
      await (id === isNew ? add.mutateAsync(words) : set.mutateAsync({ id, ...words }))
    } catch {
      // The message stands over the list; a form that was opened meanwhile stays the one that is open. At once, for the
      // next key is meant for the form.
      flushSync(() => {
        setRefused({ id, words })
        setOpen((now) => now ?? id)
      })
    }
  }
  const leave = () => {
    if (refused?.id === open) setRefused(null)
    close()
  }
  const wordsFor = (id: string, words: PhraseWords) => (refused?.id === id ? refused.words : words)
  const asked = usePhrasesAsked()
  // Once the phrases have come, so that the page does not grow under who stands there.
  const here = data !== undefined
  useEffect(() => {
    if (!asked || !here) return
    document.getElementById(groupId)?.focus()
    phrasesReached()
  }, [asked, here])
  const phrases = data?.phrases ?? []
  const step = (index: number, way: -1 | 1) => {
    const phrase = phrases[index]
    const after = way < 0 ? phrases[index - 2] : phrases[index + 1]
    if (phrase !== undefined && index + way >= 0 && index + way < phrases.length)
      move.mutate({ id: phrase.id, after: after?.id ?? null })
  }
  const starters = () =>
    addStarters.mutate(
      { language },
      { onSuccess: ({ added }) => announce(t('writing:phrases.added', { count: added })) },
    )
  return (
    <SettingsGroup id={groupId} title={t('writing:phrases.title')} text={t('writing:phrases.about')}>
      <div className="settings-fields">
        <ErrorMessage
          error={error ?? add.error ?? set.error ?? move.error ?? remove.error ?? addStarters.error ?? null}
        />
        {phrases.length > 0 && (
          <ol className="phrases">
            {phrases.map((phrase, index) =>
              open === phrase.id ? (
                <li key={phrase.id}>
                  <PhraseForm
                    phrase={wordsFor(phrase.id, { name: phrase.name, text: phrase.text, kind: phrase.kind })}
                    onSave={(words) => void save(phrase.id, words)}
                    onLeave={leave}
                  />
                </li>
              ) : (
                <PhraseRow
                  key={phrase.id}
                  phrase={phrase}
                  left={left === phrase.id}
                  onEdit={() => setOpen(phrase.id)}
                  onMove={(way) => step(index, way)}
                  onRemove={() => remove.mutate({ id: phrase.id })}
                />
              ),
            )}
          </ol>
        )}
        {open === isNew ? (
          <PhraseForm phrase={wordsFor(isNew, blank)} onSave={(words) => void save(isNew, words)} onLeave={leave} />
        ) : (
          <div className="phrase-do">
            <Button icon="plus" autoFocus={left === isNew} onClick={() => setOpen(isNew)}>
              {t('writing:phrases.make')}
            </Button>
            <Button look="bare" onClick={starters}>
              {t('writing:phrases.starters')}
            </Button>
          </div>
        )}
      </div>
    </SettingsGroup>
  )
}
