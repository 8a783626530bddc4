/** The files of an item, or of the whole meeting: numbered through the meeting, added by choice or by dropping. */
import './prepare.css'
import { useRef, useState, type DragEvent } from 'react'
import { mostBytes } from '#contract/attachment-limits.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { translate, useT } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { call } from '../../../transport/client.ts'
import { CallError } from '../../../transport/host.ts'
import { write } from '../../../transport/hooks.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Menu, type MenuEntry } from '../../../ui/menu.tsx'
import { fileAsBase64 } from '../../welcome/file.ts'
import { InlineText } from '../inline/inline-text.tsx'
import { isLocked, LockedScope, useLocked } from '../inline/locked.ts'
import { change } from '../page/state.ts'
import type { View } from '../text/savers.ts'

type Attached = View['attachments'][number]

/** One after the other, so that they come in the order they were chosen. */
async function attach(meetingId: string, itemId: string | null, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const name = file.name
      .toWellFormed()
      .replace(/\p{Cc}|[\u2028\u2029]/gu, '')
      .slice(-1000)
    if (file.size > mostBytes)
      throw new CallError('attachment.too-large', { file: name, limit: Math.round(mostBytes / 1_000_000) })
    const base64 = await fileAsBase64(file).catch(() => {
      throw new CallError('file.unreadable', { file: name })
    })
    await write('attachments.add', { meetingId, itemId, fileName: name, base64 })
  }
}

/** Adds files, and says what became of it. */
async function take(meetingId: string, itemId: string | null, files: readonly File[]): Promise<void> {
  try {
    await attach(meetingId, itemId, files)
    announce(translate()('series:files.added', { title: files.map(({ name }) => name).join(', ') }))
  } catch (error) {
    announce(errorText(error))
  }
}

/** A place where files can be dropped to belong to an item, or to the whole meeting; where it is locked they go nowhere. */
export function fileDrop(meetingId: string, itemId: string | null, locked: boolean) {
  return {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault()
    },
    onDrop: (event: DragEvent) => {
      const dropped = [...event.dataTransfer.files]
      if (dropped.length === 0) return
      event.preventDefault()
      event.stopPropagation()
      if (!locked) void take(meetingId, itemId, dropped)
    },
  }
}

export function Files({ view, itemId, asks }: { view: View; itemId: string | null; asks: boolean }) {
  const t = useT()
  const locked = useLocked()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const files = view.attachments.filter((one) => one.itemId === itemId)
  if (!asks && files.length === 0) return null
  const choose = async (list: readonly File[]) => {
    if (list.length === 0 || busy || locked) return
    setBusy(true)
    await take(view.id, itemId, list)
    setBusy(false)
  }
  return (
    <div className="prep-files">
      {files.length > 0 && (
        <ul aria-label={t('series:files.label')}>
          {files.map((one) => (
            <FileRow key={one.id} view={view} one={one} />
          ))}
        </ul>
      )}
      {asks && (
        <>
          <Button look="bare" icon="import" busy={busy} onClick={() => input.current?.click()}>
            {busy ? t('series:files.adding') : t('series:files.add')}
          </Button>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            onChange={({ currentTarget }) => {
              void choose([...(currentTarget.files ?? [])])
              // The same file again is a choice too.
              currentTarget.value = ''
            }}
          />
        </>
      )}
    </div>
  )
}

/** Files that belong to no item. */
export function MeetingFiles({ view }: { view: View }) {
  const { state } = view.head
  const asks = state === 'planned' || state === 'running'
  if (!asks && !view.attachments.some(({ itemId }) => itemId === null)) return null
  const locked = isLocked(state)
  return (
    <LockedScope value={locked}>
      <div className="meeting-files" {...fileDrop(view.id, null, locked)}>
        <Files view={view} itemId={null} asks={asks} />
      </div>
    </LockedScope>
  )
}

function FileRow({ view, one }: { view: View; one: Attached }) {
  const t = useT()
  const locked = useLocked()
  const at = view.attachments.findIndex(({ id }) => id === one.id)
  const save = async () => {
    try {
      const { saved, fileName } = await call('attachments.save', { id: one.id })
      if (saved !== null) announce(t('series:files.saved', { file: saved === '' ? fileName : saved }))
    } catch (error) {
      announce(errorText(error))
    }
  }
  const move = (after: number) =>
    void change('attachments.move', { id: one.id, after: view.attachments[after]?.id ?? null })
  const remove = async () => {
    if (await change('attachments.remove', { id: one.id })) announce(t('series:files.removed'))
  }
  const entries: MenuEntry[] = [
    { id: 'save', label: t('series:files.save', { title: one.title }), icon: 'export', run: () => void save() },
    { id: 'up', label: t('series:files.up'), icon: 'up', disabled: at === 0, run: () => move(at - 2) },
    {
      id: 'down',
      label: t('series:files.down'),
      icon: 'down',
      disabled: at === view.attachments.length - 1,
      run: () => move(at + 1),
    },
    { id: 'remove', label: t('series:files.remove'), icon: 'trash', danger: true, run: () => void remove() },
  ]
  return (
    <li>
      <Icon name="document" />
      <span className="text-2">{t('series:files.number', { number: one.number })}</span>
      <InlineText
        required
        label={t('series:files.titleLabel', { number: one.number })}
        value={one.title}
        onSave={(title) => (title === null ? Promise.resolve(false) : change('attachments.set', { id: one.id, title }))}
      />
      <span className="text-3 small">{sizeWords(one.size, t)}</span>
      <Menu
        label={t('series:files.more', { number: one.number })}
        icon="more"
        iconOnly
        entries={locked ? entries.slice(0, 1) : entries}
      />
    </li>
  )
}

function sizeWords(bytes: number, t: ReturnType<typeof useT>): string {
  if (bytes < 1_000_000) return t('series:files.size', { size: Math.max(1, Math.round(bytes / 1000)) })
  return t('series:files.sizeLarge', { size: Math.round(bytes / 100_000) / 10 })
}
