import { exchange, exchangeForFile, exchangeWithProgress, type HttpRequest } from './http';
import { ApiProblem } from './problem';
import { askForProof } from './proof';
import { currentAccessToken, renewSession } from './session';

type Call = Omit<HttpRequest, 'accessToken'>;

/** A request that needs nobody to be signed in. */
export function publicCall<T>(call: Call): Promise<T> {
  return exchange<T>(call);
}

/** A request of the person who is signed in. */
export function call<T>(request: Call): Promise<T> {
  return signedIn(request, exchange<T>);
}

/** A request of the person who is signed in, which is answered with a file. */
export function callForFile(request: Call): Promise<Blob> {
  return signedIn(request, exchangeForFile);
}

/** A request of the person who is signed in, with a file whose way to the server is shown. */
export function callWithProgress<T>(
  request: Call & { body: Blob },
  onProgress: (done: number) => void,
): Promise<T> {
  return signedIn(request, (signed) =>
    exchangeWithProgress<T>({ ...signed, body: request.body }, onProgress),
  );
}

/** What asks for a fresh proof of who the person is waits for it and is then asked again. */
async function signedIn<T>(request: Call, send: (request: HttpRequest) => Promise<T>): Promise<T> {
  try {
    return await withToken(request, send);
  } catch (error) {
    if (error instanceof ApiProblem && error.slug === 'reauthentication-needed') {
      await askForProof();
      return withToken(request, send);
    }
    throw error;
  }
}

/** An access token that the server does not take any more is renewed once, silently. */
async function withToken<T>(request: Call, send: (request: HttpRequest) => Promise<T>): Promise<T> {
  const accessToken = await currentAccessToken();
  try {
    return await send({ ...request, accessToken });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) {
      const renewed = await renewSession(accessToken);
      return send({ ...request, accessToken: renewed });
    }
    throw error;
  }
}
