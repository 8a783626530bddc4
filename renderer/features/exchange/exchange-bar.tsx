/** Contacts in and out, over the register's lists. */
import './exchange.css'
import { useState } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { usePageCommands } from '../../commands/registry.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { contactsPath } from './commands.ts'
import { ExportDialog } from './export-dialog.tsx'

export function ExchangeBar() {
  const t = useT()
  const [giving, setGiving] = useState(false)
  usePageCommands(
    () => [
      {
        id: 'contacts.giveOut',
        labelKey: 'exchange.giveOut',
        group: 'page',
        icon: 'export',
        run: () => setGiving(true),
      },
    ],
    [],
  )
  return (
    <div className="exchange-bar">
      <ButtonLink look="bare" icon="import" to={contactsPath}>
        {t('exchange.readIn')}
      </ButtonLink>
      <Button look="bare" icon="export" onClick={() => setGiving(true)}>
        {t('exchange:out.go')}
      </Button>
      {giving && <ExportDialog onClose={() => setGiving(false)} />}
    </div>
  )
}
