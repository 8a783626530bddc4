/** Källor: every text that facts rest on, newest first. */
import './sources.css'
import { Link } from 'wouter'
import type { SourceHead } from '#contract/sources.ts'
import { usePageCommands } from '../../commands/registry.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { useRead } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Unknown } from '../../ui/marks.tsx'
import { EmptyState, ErrorMessage } from '../../ui/message.tsx'
import { sourcePath } from '../../ui/source-link.tsx'
import { Table } from '../../ui/table.tsx'
import { AddDialog } from './add-dialog.tsx'
import { openAdding } from './add-session.ts'
import { DropFiles } from './drop-files.tsx'

function Answers({ source }: { source: SourceHead }) {
  const t = useT()
  const { open, accepted, rejected } = source.proposals
  if (source.withdrawnAt !== null) return t('sources:list.withdrawn')
  if (source.kind === 'minutes') return <span className="text-3">{t('sources:list.minutes')}</span>
  if (open > 0) return <span className="medium">{t('sources:list.left', { count: open })}</span>
  return <span className="text-3">{t(accepted + rejected > 0 ? 'sources:list.done' : 'sources:list.none')}</span>
}

function Row({ source }: { source: SourceHead }) {
  const t = useT()
  const language = useLanguage()
  const { publishedFrom: from, publishedTo: to } = source
  const ends = [from, to].map((one) => (one === null ? '' : shortDate(one, language)))
  return (
    <tr data-withdrawn={source.withdrawnAt !== null || undefined}>
      <td className="src-name text">
        <Link href={sourcePath(source.id)}>{source.name}</Link>
        <span className="src-under">
          {t(`sources:format.${source.format}`)} · {t('sources:lines', { count: source.lines })}
        </span>
      </td>
      <td>{from === null && to === null ? <Unknown /> : from === to ? ends[0] : ends.join(' – ')}</td>
      <td>
        <Answers source={source} />
      </td>
      <td className="src-added">{shortDate(source.addedAt.slice(0, 10), language)}</td>
    </tr>
  )
}

export function SourceListPage() {
  const t = useT()
  usePageTitle(t('places.sources'))
  const { data, error } = useRead('sources.list', {})
  usePageCommands(
    () => [
      {
        id: 'sources.add',
        labelKey: 'sources:add',
        hintKey: 'sources:hints.add',
        group: 'create',
        icon: 'plus',
        shortcut: 'N',
        run: openAdding,
      },
    ],
    [],
  )
  if (error !== null)
    return (
      <div className="page">
        <ErrorMessage error={error} />
      </div>
    )
  if (data === undefined) return null
  const add = (
    <Button icon="plus" shortcut="N" onClick={openAdding}>
      {t('sources:add')}
    </Button>
  )
  return (
    <DropFiles>
      <div className="page src-list">
        <div className="src-list-head">
          <h1 className="page-title">
            {t('sources:title')} {data.sources.length > 0 && <span className="text-3">{data.sources.length}</span>}
          </h1>
          {data.sources.length > 0 && add}
        </div>
        {data.sources.length === 0 ? (
          <EmptyState action={add}>{t('sources:empty')}</EmptyState>
        ) : (
          <Table
            label={t('sources:title')}
            head={
              <>
                <th scope="col">{t('sources:list.name')}</th>
                <th scope="col">{t('sources:list.published')}</th>
                <th scope="col">{t('sources:list.answers')}</th>
                <th scope="col" className="src-added">
                  {t('sources:list.added')}
                </th>
              </>
            }
          >
            {data.sources.map((source) => (
              <Row key={source.id} source={source} />
            ))}
          </Table>
        )}
      </div>
      <AddDialog />
    </DropFiles>
  )
}
