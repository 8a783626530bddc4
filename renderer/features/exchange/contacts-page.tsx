/** Läs in kontakter: a file is chosen or dropped, looked at, put right, and taken in as one step. */
import './exchange.css'
import { useRef } from 'react'
import type { Match } from '#contract/imports.ts'
import { usePageCommands } from '../../commands/registry.ts'
import { useT } from '../../i18n/i18n.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DropArea } from '../../ui/drop-area.tsx'
import { Select } from '../../ui/field.tsx'
import { ErrorMessage, Message } from '../../ui/message.tsx'
import { sourcePath } from '../../ui/source-link.tsx'
import { LayoutPart } from './layout-part.tsx'
import { RowTable } from './row-table.tsx'
import { byDefault, chooseOrganisation, commit, takeFile, useSession } from './session.ts'

function Organisations({ matches }: { matches: readonly Match[] }) {
  const t = useT()
  const { organisations } = useSession()
  if (matches.length === 0) return null
  return (
    <section className="exchange-part" aria-labelledby="exchange-organisations">
      <h2 className="heading" id="exchange-organisations">
        {t('exchange:organisations')}
      </h2>
      <p className="text-3">{t('exchange:organisationsHint')}</p>
      <ul className="exchange-organisations">
        {matches.map(({ name, candidates }) => (
          <li key={name}>
            <Select
              label={name}
              options={[
                { value: '', label: t('exchange:organisationNew') },
                ...candidates.map((one) => ({ value: one.id, label: t('exchange:as.link', { name: one.name }) })),
              ]}
              value={organisations.get(name) ?? ''}
              onChange={(value) => chooseOrganisation(name, value === '' ? null : value)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Done() {
  const t = useT()
  const { done } = useSession()
  if (done === null) return null
  const { sourceId, ...counts } = done
  return (
    <Message
      tone="ok"
      actions={
        <>
          <ButtonLink to={sourcePath(sourceId)}>{t('exchange:toSource')}</ButtonLink>
          <ButtonLink to="/register">{t('exchange:toRegister')}</ButtonLink>
        </>
      }
    >
      <p>{t('exchange:done', counts)}</p>
    </Message>
  )
}

export function ContactsPage() {
  const t = useT()
  usePageTitle(t('exchange:title'), [{ label: t('places.register'), to: '/register' }])
  const { busy, file, preview, choices, error } = useSession()
  const input = useRef<HTMLInputElement>(null)
  const taken = preview?.rows.filter((row, index) => (choices.get(index) ?? byDefault(row, index)).as !== 'skip').length
  usePageCommands(
    () => [
      {
        id: 'contacts.choose',
        labelKey: 'exchange:choose',
        hintKey: 'exchange:chooseHint',
        group: 'page',
        icon: 'folder',
        shortcut: 'Mod+O',
        inText: true,
        run: () => input.current?.click(),
      },
      {
        id: 'contacts.commit',
        labelKey: 'exchange.readIn',
        hintKey: 'exchange:hint',
        group: 'page',
        icon: 'import',
        shortcut: 'Mod+Enter',
        inText: true,
        when: () => preview !== null,
        run: () => void commit(),
      },
    ],
    [preview === null],
  )
  return (
    <DropArea words={t('exchange:dropHere')} take={([first]) => void (first !== undefined && takeFile(first))}>
      <div className="page exchange">
        <h1 className="page-title">{t('exchange:title')}</h1>
        {preview === null && <p className="text-2 exchange-lead">{t('exchange:lead')}</p>}
        <div className="exchange-do">
          {preview !== null && (
            <Button look="primary" busy={busy} shortcut="Mod+Enter" onClick={() => void commit()}>
              {t('exchange:commit', { count: taken ?? 0 })}
            </Button>
          )}
          <Button
            icon="folder"
            look={preview === null ? 'primary' : 'plain'}
            shortcut="Mod+O"
            onClick={() => input.current?.click()}
          >
            {t(preview === null ? 'exchange:choose' : 'exchange:another')}
          </Button>
          <span className="text-3">{file?.name ?? t('exchange:orDrop')}</span>
          <input
            ref={input}
            type="file"
            accept=".csv,.tsv,.txt,.vcf,.vcard,.ics,.xlsx"
            hidden
            aria-label={t('exchange:choose')}
            onChange={(event) => {
              const chosen = event.currentTarget.files?.[0]
              event.currentTarget.value = ''
              if (chosen !== undefined) void takeFile(chosen)
            }}
          />
        </div>
        <ErrorMessage error={error} />
        {busy && preview === null && (
          <Message>
            <p>{t('exchange:reading')}</p>
          </Message>
        )}
        <Done />
        {preview !== null && preview.known !== null && (
          <Message>
            <p>{t('exchange:known', { name: preview.known.name })}</p>
          </Message>
        )}
        {preview !== null && (
          <>
            <LayoutPart preview={preview} />
            <Organisations matches={preview.organisations} />
            <RowTable rows={preview.rows} />
          </>
        )}
      </div>
    </DropArea>
  )
}
