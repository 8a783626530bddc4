/** Names of organisations that the register knows, for fields that take any. */
import { useRead } from '../../../transport/hooks.ts'

/** @param typed null until somebody types */
export function useOrganisations(typed: string | null): string[] {
  const { data } = useRead(
    'register.list',
    { kind: 'organisation', query: (typed ?? '').slice(0, 200), limit: 20 },
    { enabled: typed !== null && typed.trim() !== '', keepPrevious: true },
  )
  return data?.rows.map((row) => row.name) ?? []
}
