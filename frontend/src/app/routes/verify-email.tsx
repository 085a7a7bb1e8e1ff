import { useState } from 'react';
import { useLocation } from 'react-router';
import {
  VerifyEmailCard,
  VerifyEmailOver,
} from '../../features/identity/components/verify-email-card';
import { emailTokenIn } from '../../features/identity/email';

/** The page that the link in a mail opens; for everybody, signed in or not. */
export function VerifyEmailRoute() {
  const found = emailTokenIn(useLocation().hash);
  // Another link that is opened here takes the place of the token.
  const [token, setToken] = useState(found);
  if (found !== undefined && found !== token) {
    setToken(found);
  }
  return (
    <main className="flex h-full overflow-y-auto bg-panel px-5 py-8">
      <div className="m-auto w-full max-w-sm">
        {token === undefined ? (
          <VerifyEmailOver reason="unknown" />
        ) : (
          <VerifyEmailCard key={token} token={token} />
        )}
      </div>
    </main>
  );
}
