import type { AtRest } from './at-rest';
import type { SealedRow } from './database';

/** A row as it is stored: what it says is sealed for its place. */
export async function sealed<Row extends { body?: string }>(
  atRest: AtRest,
  { body, ...rest }: Row,
  place: string,
): Promise<SealedRow<Row>> {
  return body === undefined ? rest : { ...rest, sealed: await atRest.seal(body, place) };
}

/** A stored row as it was before it was sealed. */
export async function opened<Row extends { body?: string; sealed?: Uint8Array }>(
  atRest: AtRest,
  { sealed: text, ...rest }: Row,
  place: string,
): Promise<Omit<Row, 'sealed'>> {
  return text === undefined ? rest : { ...rest, body: await atRest.open(text, place) };
}
