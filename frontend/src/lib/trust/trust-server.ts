import type {
  BindWallet,
  KeyLogCheckpoint,
  KeyLogEntry,
  SealedVerifications,
  StateDevice,
} from '@/lib/api/types';

/** What the server keeps of who is who. */
export interface TrustServer {
  state(statement: StateDevice): Promise<void>;
  bindWallet(binding: BindWallet): Promise<void>;
  unbindWallet(): Promise<void>;
  /** Whom this person has verified, sealed; undefined when nothing was kept. */
  verifications(): Promise<SealedVerifications | undefined>;
  keepVerifications(next: SealedVerifications): Promise<void>;
  checkpoint(): Promise<KeyLogCheckpoint>;
  /** Hashes in base64url. */
  inclusion(place: number, size: number): Promise<string[]>;
  consistency(from: number, to: number): Promise<string[]>;
  entries(account: string): Promise<KeyLogEntry[]>;
}
