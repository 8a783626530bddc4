/** The name of a page's subject: changed in place, shown on the map, taken out when nothing holds it. */
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { RegisterKind } from '#contract/register.ts'
import { usePageCommands } from '../../commands/registry.ts'
import { useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Button, ButtonLink, IconButton } from '../../ui/button.tsx'
import { TextInput } from '../../ui/field.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { KindIcon } from '../../ui/marks.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { thenFocus } from '../../ui/then-focus.ts'
import { useIdentityActs } from '../identity/entity-acts.tsx'
import { mapPath, registerPath } from './kinds.ts'

type HeadProps = {
  kind: RegisterKind
  id: string
  name: string
  about: ReactNode
  /** The name with what stands before it, a theme's code. */
  shown?: string
  /** Where it stands on the map, when not by its own id. */
  mapId?: string
  /** Further things that can be done with the entry. */
  more?: readonly MenuEntry[]
}

const onMap = (kind: RegisterKind) => kind !== 'post' && kind !== 'event' && kind !== 'assignment'

function NameForm({ kind, id, name, onDone }: Pick<HeadProps, 'kind' | 'id' | 'name'> & { onDone: () => void }) {
  const t = useT()
  const rename = useWrite('register.rename')
  const [typed, setTyped] = useState(name)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const save = (event: FormEvent) => {
    event.preventDefault()
    const next = typed.replace(/\s+/gu, ' ').trim()
    if (next === '' || next === name) {
      onDone()
      return
    }
    rename.mutate(
      { kind, id, name: next },
      {
        onSuccess: () => {
          announce(t('register:said.renamed', { name: next }))
          onDone()
        },
      },
    )
  }
  return (
    <form className="reg-rename" onSubmit={save}>
      <TextInput
        ref={input}
        label={t('register:name')}
        labelHidden
        maxLength={500}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onDone()
        }}
      />
      <Button type="submit" look="primary" busy={rename.isPending}>
        {t('register:save')}
      </Button>
      <Button look="bare" onClick={onDone}>
        {t('register:cancel')}
      </Button>
      <ErrorMessage error={rename.error} />
    </form>
  )
}

export function EntityHead({ kind, id, name, about, shown = name, mapId = id, more = [] }: HeadProps) {
  const t = useT()
  const [, navigate] = useLocation()
  const [editing, setEditing] = useState(false)
  const editButton = useRef<HTMLButtonElement>(null)
  const stopEditing = () =>
    thenFocus(
      () => setEditing(false),
      () => editButton.current,
    )
  const remove = useWrite('register.remove')
  usePageTitle(shown, [{ label: t('places.register'), to: registerPath(kind) }])
  const identity = useIdentityActs({ kind, id, name })
  const takeOut = () =>
    remove.mutate(
      { kind, id },
      {
        onSuccess: () => {
          announce(t('register:said.removed', { name }))
          navigate(registerPath(kind))
        },
      },
    )
  usePageCommands(
    () => [
      {
        id: 'register.rename',
        labelKey: 'register:rename',
        hintKey: 'register:hints.rename',
        group: 'page',
        icon: 'edit',
        shortcut: 'F2',
        inText: true,
        run: () => setEditing(true),
      },
      {
        id: 'register.map',
        labelKey: 'register:onMap',
        hintKey: 'register:hints.map',
        group: 'page',
        icon: 'map',
        shortcut: 'G',
        when: () => onMap(kind),
        run: (context) => context.navigate(mapPath(mapId)),
      },
      { id: 'register.remove', labelKey: 'register:remove', group: 'page', icon: 'trash', run: takeOut },
    ],
    [kind, id, mapId],
  )
  return (
    <header className="reg-head">
      <div className="reg-head-name">
        {editing ? (
          <>
            <h1 className="visually-hidden">{name}</h1>
            <NameForm kind={kind} id={id} name={name} onDone={stopEditing} />
          </>
        ) : (
          <h1>
            <KindIcon kind={kind} named />
            <span>{shown}</span>
            <IconButton ref={editButton} icon="edit" label={t('register:rename')} onClick={() => setEditing(true)} />
          </h1>
        )}
        <p className="text-2">{about}</p>
      </div>
      <div className="reg-head-do">
        {onMap(kind) && (
          <ButtonLink icon="map" to={mapPath(mapId)}>
            {t('register:onMap')}
          </ButtonLink>
        )}
        <Menu
          icon="more"
          iconOnly
          label={t('register:menu', { name })}
          entries={[
            ...more,
            { id: 'rename', label: t('register:rename'), icon: 'edit', shortcut: 'F2', run: () => setEditing(true) },
            ...identity.entries,
            { id: 'remove', label: t('register:remove'), icon: 'trash', danger: true, run: takeOut },
          ]}
        />
      </div>
      <ErrorMessage error={remove.error} />
      {identity.dialog}
    </header>
  )
}
