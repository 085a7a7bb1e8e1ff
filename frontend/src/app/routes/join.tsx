import { useState } from 'react';
import { useLocation } from 'react-router';
import {
  InvitationCard,
  InvitationOver,
} from '../../features/conversation/components/invitation-card';
import { tokenIn } from '../../features/conversation/invite-link';

/** The page that an invite link opens. */
export function JoinRoute() {
  const found = tokenIn(useLocation().hash);
  // A jump within the page takes the place of the token in the address.
  const [token, setToken] = useState(found);
  if (found !== undefined && found !== token) {
    setToken(found);
  }
  return (
    <div className="flex h-full overflow-y-auto bg-panel px-5 py-8">
      <div className="m-auto w-full max-w-sm">
        {token === undefined ? <InvitationOver /> : <InvitationCard key={token} token={token} />}
      </div>
    </div>
  );
}
