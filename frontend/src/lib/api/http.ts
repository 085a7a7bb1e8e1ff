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
}

const ROOT = '/api';
const JSON_OR_PROBLEM = 'application/json, application/problem+json';
const FILE_OR_PROBLEM = 'image/*, application/problem+json';

/**
 * One exchange with the server.
 *
 * @throws ApiProblem when the server refuses
 * @throws ServerUnreachable when there is no answer, or none of Parley's
 */
export async function exchange<T>(request: HttpRequest): Promise<T> {
  const response = await send(request, JSON_OR_PROBLEM);
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

async function send(request: HttpRequest, accept: string): Promise<Response> {
  const headers = new Headers({ Accept: accept });
  if (request.accessToken !== undefined) {
    headers.set('Authorization', `Bearer ${request.accessToken}`);
  }
  if (request.idempotencyKey !== undefined) {
    headers.set('Idempotency-Key', request.idempotencyKey);
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
      cache: 'no-store',
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
  return new ApiProblem(isProblem(body) ? body : foreignProblem(response));
}

function foreignProblem(response: Response): Problem {
  return {
    type: 'about:blank',
    title: response.statusText || 'Unexpected answer',
    status: response.status,
  };
}
