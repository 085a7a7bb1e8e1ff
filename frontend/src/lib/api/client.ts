import { exchange, type HttpRequest } from './http';
import { ApiProblem } from './problem';
import { currentAccessToken, renewSession } from './session';

type Call = Omit<HttpRequest, 'accessToken'>;

/** A request that needs nobody to be signed in. */
export function publicCall<T>(call: Call): Promise<T> {
  return exchange<T>(call);
}

/**
 * A request of the person who is signed in. An access token that the server does not take any more
 * is renewed once, silently.
 */
export async function call<T>(request: Call): Promise<T> {
  const accessToken = await currentAccessToken();
  try {
    return await exchange<T>({ ...request, accessToken });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) {
      const renewed = await renewSession(accessToken);
      return exchange<T>({ ...request, accessToken: renewed });
    }
    throw error;
  }
}
