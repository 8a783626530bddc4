/** A page that breaks leaves the rest standing: what is saved is saved, and there is a way on. */
import { Component, type ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Message } from '../ui/message.tsx'

function Broken({ error, retry }: { error: Error; retry: () => void }) {
  const t = useT()
  return (
    <div className="page">
      <Message
        tone="danger"
        title={t('broken.title')}
        actions={
          <>
            <Button onClick={retry}>{t('broken.retry')}</Button>
            <ButtonLink to="/">{t('broken.start')}</ButtonLink>
          </>
        }
      >
        <p>{t('broken.text')}</p>
        <p className="text-3 small">{error.message}</p>
      </Message>
    </div>
  )
}

type State = { error: Error | null; where: string }

/** `where` names the page: another one clears the error. */
export class ErrorBoundary extends Component<{ where: string; children: ReactNode }, State> {
  override state: State = { error: null, where: this.props.where }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  static getDerivedStateFromProps(props: { where: string }, state: State): Partial<State> | null {
    return props.where === state.where ? null : { error: null, where: props.where }
  }

  override render(): ReactNode {
    const { error } = this.state
    return error === null ? this.props.children : <Broken error={error} retry={() => this.setState({ error: null })} />
  }
}
