import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Configuration } from '@/lib/api/types';
import { configurationQuery } from '@/lib/config/load-configuration';
import { isEmailAddress } from '../email';

/** Whether accounts have e-mail addresses on this server. */
export function useEmailPolicy(): Configuration['email'] {
  return useQuery(configurationQuery).data?.email ?? 'off';
}

/** What a person has typed into a field for an address, which the server may require. */
export interface EmailInput {
  policy: Configuration['email'];
  text: string;
  setText: (text: string) => void;
  /** Whether the form must not be sent like this. */
  isBad: boolean;
  /** What to send; undefined when no address was given. */
  email: string | undefined;
}

export function useEmailInput(): EmailInput {
  const policy = useEmailPolicy();
  const [text, setText] = useState('');
  const address = text.trim();
  const isEmpty = address === '';
  return {
    policy,
    text,
    setText,
    isBad: policy !== 'off' && (isEmpty ? policy === 'required' : !isEmailAddress(address)),
    email: policy === 'off' || isEmpty ? undefined : address,
  };
}
