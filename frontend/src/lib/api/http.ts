import { ApiProblem, isProblem, ServerUnreachable, type Problem } from './problem';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface HttpRequest {
  method: Method;
  /** Below the API's root, with a leading slash. */
  path: string;
  /** Sent as JSON; a file is sent as it is. */
  body?: unknown;
  /** A UUID that names the wish: the server carries it out once, however often it is repeated. */
  idempotencyKey?: string;
  accessToken?: string;
  signal?: AbortSignal;
  /** Which bytes of a file are wanted, the last one included. */
  range?: readonly [from: number, to: number];
  /** 'default' where the server says how long an answer holds; otherwise nothing is kept. */
  cache?: RequestCache;
}

const ROOT = '/api';
const JSON_OR_PROBLEM = 'application/json, application/problem+json';
const FILE_OR_PROBLEM =
  'image/*, application/zip, application/octet-stream, application/problem+json';

/**
 * One exchange with the server.
 *
 * @throws ApiProblem when the server refuses
 * @throws ServerUnreachable when there is no answer, or none of Parley's
 */
export async function exchange<T>(request: HttpRequest): Promise<T> {
  return read(await send(request, JSON_OR_PROBLEM));
}

async function read<T>(response: Response): Promise<T> {
  if (response.status === 204) {
    return undefined as T;
  }
  const body = await json(response);
  if (!response.ok) {
    throw refusal(response, body);
  }
  return body as T;
}

/** One exchange with the server that is answered with a file; it fails as {@link exchange} does. */
export async function exchangeForFile(request: HttpRequest): Promise<Blob> {
  const response = await send(request, FILE_OR_PROBLEM);
  if (!response.ok) {
    throw refusal(response, await json(response));
  }
  try {
    return await response.blob();
  } catch (cause) {
    throw new ServerUnreachable('The answer broke off.', { cause });
  }
}

/**
 * One exchange that tells how much of the file in its body has gone, from 0 to 1; it fails as {@link
 * exchange} does. `fetch` cannot tell that.
 */
export function exchangeWithProgress<T>(
  request: HttpRequest & { body: Blob },
  onProgress: (done: number) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const exchange = new XMLHttpRequest();
    exchange.open(request.method, ROOT + request.path);
    exchange.setRequestHeader('Accept', JSON_OR_PROBLEM);
    exchange.setRequestHeader('Content-Type', request.body.type);
    if (request.accessToken !== undefined) {
      exchange.setRequestHeader('Authorization', `Bearer ${request.accessToken}`);
    }
    exchange.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    exchange.onerror = () => reject(new ServerUnreachable('The server did not answer.'));
    exchange.onabort = () => reject(new DOMException('The person gave up.', 'AbortError'));
    exchange.onload = () => {
      const { status, statusText } = exchange;
      const body = exchange.responseText;
      const answer = new Response(status === 204 ? null : body, { status, statusText });
      read<T>(answer).then(resolve, reject);
    };
    request.signal?.addEventListener('abort', () => exchange.abort());
    exchange.send(request.body);
  });
}

async function send(request: HttpRequest, accept: string): Promise<Response> {
  const headers = new Headers({ Accept: accept });
  if (request.accessToken !== undefined) {
    headers.set('Authorization', `Bearer ${request.accessToken}`);
  }
  if (request.idempotencyKey !== undefined) {
    headers.set('Idempotency-Key', request.idempotencyKey);
  }
  if (request.range !== undefined) {
    headers.set('Range', `bytes=${request.range.join('-')}`);
  }
  if (request.body !== undefined) {
    headers.set(
      'Content-Type',
      request.body instanceof Blob ? request.body.type : 'application/json',
    );
  }
  try {
    return await fetch(ROOT + request.path, {
      method: request.method,
      headers,
      body: request.body instanceof Blob ? request.body : JSON.stringify(request.body),
      credentials: 'same-origin',
      cache: request.cache ?? 'no-store',
      signal: request.signal,
    });
  } catch (cause) {
    if (request.signal?.aborted === true) {
      throw cause;
    }
    throw new ServerUnreachable('The server did not answer.', { cause });
  }
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new ServerUnreachable('What answered is not Parley.', { cause });
  }
}

function refusal(response: Response, body: unknown): ApiProblem {
  const wait = response.headers.get('Retry-After') ?? '';
  return new ApiProblem(
    isProblem(body) ? body : foreignProblem(response),
    /^\d+$/.test(wait) ? Number(wait) : undefined,
  );
}

function foreignProblem(response: Response): Problem {
  return {
    type: 'about:blank',
    title: response.statusText || 'Unexpected answer',
    status: response.status,
  };
}
