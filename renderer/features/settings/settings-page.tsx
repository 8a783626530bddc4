/** What documents carry (in the workspace, saved as one types) and how the screen looks (on this machine). */
import './settings-page.css'
import { useState } from 'react'
import type { Input, Output } from '#contract/methods.ts'
import { setLanguage, useLanguage, useT } from '../../i18n/i18n.ts'
import { languageOptions } from '../../i18n/meeting-words.ts'
import type { Language } from '../../i18n/languages.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { setSingleKeys, setTheme, useSingleKeys, useTheme, type Theme } from '../../theme/theme.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import { PrivacySettings } from '../privacy/settings-entry.tsx'
import { Checkbox, Segmented, TextInput } from '../../ui/field.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { WholeSettings } from '../exchange/whole-settings.tsx'
import { setSpelling, useSpelling } from '../meetings/spelling/setting.ts'
import { setTypography, useTypography } from '../meetings/typography/setting.ts'
import { WordSettings } from './word-settings.tsx'
import { PhraseSettings } from './phrase-settings.tsx'
import { visible } from '../../ui/visible.ts'
import { SettingsGroup } from './settings-group.tsx'

type Settings = Output<'settings.get'>

/** Saves when it is left or Enter is pressed; Escape gives back what stands in the workspace. */
function SavedField(props: { label: string; hint: string; value: string; onSave: (value: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const save = () => {
    if (typed !== null && typed.trim() !== props.value) props.onSave(typed)
    setTyped(null)
  }
  return (
    <TextInput
      label={props.label}
      hint={props.hint}
      value={typed ?? props.value}
      maxLength={500}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}

function DocumentSettings({ settings, save }: { settings: Settings; save: (change: Input<'settings.set'>) => void }) {
  const t = useT()
  return (
    <SettingsGroup id="settings-documents" title={t('settings:documents')} text={t('settings:documentsText')}>
      <div className="settings-fields">
        <SavedField
          label={t('settings:office')}
          hint={t('settings:officeHint')}
          value={settings.office}
          onSave={(office) => save({ office })}
        />
        <SavedField
          label={t('settings:sender')}
          hint={t('settings:senderHint')}
          value={settings.sender}
          onSave={(sender) => save({ sender })}
        />
        <SavedField
          label={t('settings:secretary')}
          hint={t('settings:secretaryHint')}
          value={settings.secretary}
          onSave={(secretary) => save({ secretary })}
        />
        <Segmented<Language>
          label={t('settings:documentLanguage')}
          options={languageOptions(t)}
          value={settings.documentLanguage}
          onChange={(documentLanguage) => save({ documentLanguage })}
        />
      </div>
    </SettingsGroup>
  )
}

function ScreenSettings() {
  const t = useT()
  const language = useLanguage()
  const theme = useTheme()
  const singles = useSingleKeys()
  const signs = useTypography()
  const spelling = useSpelling()
  return (
    <SettingsGroup id="settings-screen" title={t('settings:screen')} text={t('settings:screenText')}>
      <div className="settings-fields">
        <Segmented<Language>
          label={t('settings:interfaceLanguage')}
          options={languageOptions(t)}
          value={language}
          onChange={(next) => void setLanguage(next)}
        />
        <Segmented<Theme>
          label={t('settings:theme')}
          options={[
            { value: 'system', label: t('theme.system') },
            { value: 'light', label: t('theme.light') },
            { value: 'dark', label: t('theme.dark') },
          ]}
          value={theme}
          onChange={setTheme}
        />
        <div className="field">
          <Checkbox label={t('settings:singleKeys')} checked={singles} onChange={setSingleKeys} />
          <p className="field-hint">{t('settings:singleKeysHint')}</p>
        </div>
        <div className="field">
          <Checkbox label={t('writing:typography.setting')} checked={signs} onChange={setTypography} />
          <p className="field-hint">{t('writing:typography.hint')}</p>
        </div>
        <div className="field">
          <Checkbox label={t('writing:spelling.setting')} checked={spelling} onChange={setSpelling} />
          <p className="field-hint">{t('writing:spelling.hint')}</p>
        </div>
      </div>
    </SettingsGroup>
  )
}

function WorkspaceFacts() {
  const t = useT()
  const { data } = useRead('workspace.status', {})
  if (data?.open === null || data === undefined) return null
  return (
    <SettingsGroup id="settings-file" title={t('settings:file')} text={t('settings:fileText')}>
      <p className="settings-path">{visible(data.open.path)}</p>
    </SettingsGroup>
  )
}

export function SettingsPage() {
  const t = useT()
  usePageTitle(t('places.settings'))
  const { data: settings, error } = useRead('settings.get', {})
  const set = useWrite('settings.set')
  return (
    <div className="page settings">
      <h1 className="page-title">{t('places.settings')}</h1>
      <ErrorMessage error={error ?? set.error} />
      {settings !== undefined && <DocumentSettings settings={settings} save={(change) => set.mutate(change)} />}
      {settings !== undefined && <PhraseSettings language={settings.documentLanguage} />}
      <WordSettings />
      <ScreenSettings />
      <PrivacySettings />
      <WorkspaceFacts />
      <WholeSettings />
    </div>
  )
}
