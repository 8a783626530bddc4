/** Chooses what a text is laid beside: texts and meetings of the same occasion first. */
import { useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import type { SourceView } from '#contract/sources.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useRead } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/field.tsx'
import { comparePath } from './paths.ts'

export function CompareDialog({ view, onClose }: { view: SourceView; onClose: () => void }) {
  const t = useT()
  const language = useLanguage()
  const [, navigate] = useLocation()
  const { data: texts } = useRead('sources.list', {})
  const { data: meetings } = useRead('meetings.list', { limit: 200 })
  const [value, setValue] = useState<string | null>(null)
  const options = new Map<string, string>()
  for (const one of view.accounts) options.set(`${one.kind} ${one.id}`, `${one.name}, ${shortDate(one.date, language)}`)
  for (const one of texts?.sources ?? [])
    if (one.id !== view.id && one.kind === 'text' && !options.has(`source ${one.id}`))
      options.set(`source ${one.id}`, one.name)
  for (const one of meetings?.meetings ?? [])
    if (!options.has(`meeting ${one.id}`))
      options.set(`meeting ${one.id}`, one.date === null ? one.title : `${one.title}, ${shortDate(one.date, language)}`)
  const chosen = value ?? options.keys().next().value ?? ''
  const go = (event: FormEvent) => {
    event.preventDefault()
    const [kind, id] = chosen.split(' ')
    if (id !== undefined) navigate(comparePath(view.id, { kind: kind === 'meeting' ? 'meeting' : 'source', id }))
  }
  return (
    <Dialog title={t('sources:compare.choose')} onClose={onClose}>
      <form className="src-give" onSubmit={go}>
        <Select
          label={t('sources:compare.other')}
          options={[...options].map(([option, label]) => ({ value: option, label }))}
          value={chosen}
          onChange={setValue}
        />
        <div className="src-do">
          <Button look="bare" onClick={onClose}>
            {t('sources:page.cancel')}
          </Button>
          <Button type="submit" look="primary">
            {t('sources:compare.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
