import { useMutation } from '@tanstack/react-query';
import type { IssuerVisit } from '@/lib/api/types';
import { beginIssuerLink } from '../api/begin-issuer-link';
import { beginIssuerProof } from '../api/begin-issuer-proof';
import { beginIssuerSignIn } from '../api/begin-issuer-sign-in';
import { rememberErrand, type IssuerErrand } from '../issuer-errand';

const BEGIN: Record<IssuerErrand['purpose'], (issuer: string) => Promise<IssuerVisit>> = {
  'sign-in': beginIssuerSignIn,
  link: beginIssuerLink,
  proof: beginIssuerProof,
};

/** Leaves for an issuer, by its name; the page of return goes on. */
export function useIssuerVisit(errand: IssuerErrand) {
  return useMutation({
    mutationFn: async (issuer: string) => {
      const { address } = await BEGIN[errand.purpose](issuer);
      if (!/^https?:$/.test(new URL(address).protocol)) {
        throw new Error('an issuer is reached by http');
      }
      rememberErrand(errand);
      location.assign(address);
    },
  });
}
