import { createGroup, joinGroup, type ClientState } from 'ts-mls/clientState.js';
import { createCommit } from 'ts-mls/createCommit.js';
import { createApplicationMessage } from 'ts-mls/createMessage.js';
import type { CiphersuiteImpl } from 'ts-mls/crypto/ciphersuite.js';
import { generateKeyPackage, type KeyPackage, type PrivateKeyPackage } from 'ts-mls/keyPackage.js';
import { processPrivateMessage, processPublicMessage } from 'ts-mls/processMessages.js';
import type { Proposal } from 'ts-mls/proposal.js';
import { emptyPskIndex } from 'ts-mls/pskIndex.js';
import { expect } from 'vitest';
import { toBase64Url } from '@/lib/id/base64url';
import { leavesOf, requireIdentity } from '../device-trust';
import { credentialOf } from '../identity';
import { capabilities, clientConfig } from '../suite';
import { uuid } from './virtual-group';

export interface GroupSize {
  /** Members, and how many come at once, at most. */
  most: number;
  adds: number;
  /** Commits. */
  life: number;
}

interface Candidate {
  publicPackage: KeyPackage;
  privatePackage: PrivateKeyPackage;
}

/** A group of states of the library, without anything of ours around it. */
export class FuzzedGroup {
  members: ClientState[] = [];
  private born = 0;

  private constructor(
    private readonly suite: CiphersuiteImpl,
    private readonly random: (below: number) => number,
    private readonly size: GroupSize,
  ) {}

  static async begin(
    suite: CiphersuiteImpl,
    random: (below: number) => number,
    size: GroupSize,
  ): Promise<FuzzedGroup> {
    const group = new FuzzedGroup(suite, random, size);
    await group.start();
    return group;
  }

  private async start(): Promise<void> {
    const first = await this.candidate();
    this.members = [
      await createGroup(
        new Uint8Array(16),
        first.publicPackage,
        first.privatePackage,
        [],
        this.suite,
        clientConfig(0),
      ),
    ];
  }

  member(index: number): ClientState {
    return present(this.members[index]);
  }

  /** A random commit by a random member, which everybody follows. */
  async commit(): Promise<void> {
    const by = this.random(this.members.length);
    await this.change(by, this.someJoiners(), this.someLeavers(by));
  }

  /** A commit by one member, which everybody follows. What each member of before became. */
  async change(by: number, joining: number, leavers: readonly number[]): Promise<ClientState[]> {
    const committer = this.member(by);
    const joiners = await Promise.all(Array.from({ length: joining }, () => this.candidate()));
    const proposals: Proposal[] = [
      ...leavers.map((index) => ({
        proposalType: 'remove' as const,
        remove: { removed: this.member(index).privatePath.leafIndex },
      })),
      ...joiners.map(({ publicPackage }) => ({
        proposalType: 'add' as const,
        add: { keyPackage: publicPackage },
      })),
    ];
    const { newState, commit, welcome } = await createCommit(
      { state: committer, cipherSuite: this.suite },
      { wireAsPublicMessage: true, extraProposals: proposals, ratchetTreeExtension: true },
    );
    if (commit.wireformat !== 'mls_public_message') {
      throw new Error('not a public commit');
    }
    const { publicMessage } = commit;
    const followed = await Promise.all(
      this.members.map(async (member, index) =>
        index === by
          ? newState
          : (await processPublicMessage(member, publicMessage, emptyPskIndex, this.suite)).newState,
      ),
    );
    const joined = await Promise.all(
      joiners.map(({ publicPackage, privatePackage }) =>
        joinGroup(
          present(welcome),
          publicPackage,
          privatePackage,
          emptyPskIndex,
          this.suite,
          undefined,
          undefined,
          clientConfig(0),
        ),
      ),
    );
    leavers.forEach((index) =>
      expect(present(followed[index]).groupActiveState.kind).toBe('removedFromGroup'),
    );
    const staying = followed.filter((_, index) => !leavers.includes(index));
    this.members = [...staying, ...joined];
    return followed;
  }

  /** Everybody sees the same members and has the same keys. */
  check(): void {
    const views = this.members.map(viewOf);
    expect(new Set(views)).toEqual(new Set(views.slice(0, 1)));
    expect(leavesOf(this.member(0).ratchetTree)).toHaveLength(this.members.length);
  }

  /** Somebody speaks and somebody else reads it. */
  async speak(): Promise<void> {
    const from = this.random(this.members.length);
    const to = (from + 1 + this.random(Math.max(1, this.members.length - 1))) % this.members.length;
    if (from === to) {
      return;
    }
    const text = Uint8Array.from({ length: this.random(600) }, () => this.random(256));
    const said = await createApplicationMessage(this.member(from), text, this.suite);
    this.members[from] = said.newState;
    const read = await processPrivateMessage(
      this.member(to),
      said.privateMessage,
      emptyPskIndex,
      this.suite,
    );
    this.members[to] = read.newState;
    expect(read.kind === 'applicationMessage' && read.message).toEqual(text);
  }

  private someLeavers(by: number): number[] {
    const most = this.random(3) === 0 ? Math.min(4, this.members.length - 1) : 0;
    const count = most === 0 ? 0 : this.random(most + 1);
    const leavers = new Set<number>();
    while (leavers.size < count) {
      const index = this.random(this.members.length);
      if (index !== by) {
        leavers.add(index);
      }
    }
    return Array.from(leavers);
  }

  private someJoiners(): number {
    const { most, adds } = this.size;
    return this.random(2) === 0 ? Math.min(most - this.members.length, this.random(adds + 1)) : 0;
  }

  private candidate(): Promise<Candidate> {
    this.born += 1;
    const device = uuid(0xd, this.born);
    return generateKeyPackage(
      credentialOf({ account: uuid(0xa, this.born), device }),
      capabilities,
      { notBefore: 0n, notAfter: 2n ** 62n },
      [],
      this.suite,
    );
  }
}

function viewOf(state: ClientState): string {
  const devices = leavesOf(state.ratchetTree).map((leaf) => requireIdentity(leaf).device);
  return [
    state.groupContext.epoch,
    toBase64Url(state.keySchedule.epochAuthenticator),
    ...devices,
  ].join(' ');
}

/** What is there, as a test knows. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error('nothing is there');
  }
  return value;
}
