/** The bodies of the REST API that this app sends and receives. */

export interface Account {
  id: string;
  username: string;
  /** EIP-55 addresses. */
  wallets: string[];
}

export interface SignedIn {
  accessToken: string;
  tokenType: 'Bearer';
  /** Seconds. */
  expiresIn: number;
  session: { id: string; deviceId: string; expiresAt: string };
  account: Account;
}

/** What a device says about itself when it signs in. */
export interface DeviceInput {
  id?: string;
  name?: string;
}

export interface WalletChallenge {
  nonce: string;
  issuedAt: string;
  expiresAt: string;
  domain: string;
  uri: string;
  version: '1';
  statement: string;
  chainIds: number[];
}

export interface Session {
  id: string;
  deviceId: string;
  deviceName?: string;
  method: 'password' | 'wallet';
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  current: boolean;
}

export interface Person {
  id: string;
  username: string;
}

export interface Member extends Person {
  joinedSeq: number;
}

export interface Conversation {
  id: string;
  kind: 'sealed';
  type: 'direct';
  createdAt: string;
  members: Member[];
  head: number;
  watermarks: { user: string; delivered: number; read: number }[];
}

export interface Page<T> {
  items: T[];
  next?: string;
}

export interface Configuration {
  chains: { id: number; name: string }[];
  limits: {
    usernameMin: number;
    usernameMax: number;
    passwordMin: number;
    passwordMax: number;
    bodyBytes: number;
    frameBytes: number;
  };
}
