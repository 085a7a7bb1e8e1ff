import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { IssuerReturnCard } from '../../features/identity/components/issuer-return-card';
import { ProofDialog } from '../../features/identity/components/proof-dialog';
import { takeErrand } from '../../features/identity/issuer-errand';
import { issuerReturn } from '../../features/identity/issuer-return';
import { AuthLayout } from '../components/auth-layout';

/** The page to which an issuer sends people back; for everybody, signed in or not. */
export function IssuerRoute() {
  const { issuer = '' } = useParams();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  // Read once: the address is cleaned, and the errand forgotten.
  const [visit] = useState(() => ({
    returned: issuerReturn(issuer, search),
    errand: takeErrand(),
  }));
  useEffect(() => {
    if (search !== '') {
      void navigate(pathname, { replace: true });
    }
  }, [navigate, pathname, search]);
  const { errand, returned } = visit;
  return (
    <AuthLayout>
      <IssuerReturnCard
        issuer={issuer}
        errand={errand}
        returned={returned}
        onDone={() =>
          void navigate(
            errand.returnTo ?? (errand.purpose === 'sign-in' ? '/chats' : '/settings'),
            {
              replace: true,
            },
          )
        }
        onRestart={() => void navigate('/sign-in', { replace: true })}
      />
      <ProofDialog />
    </AuthLayout>
  );
}
