/** A refusal of the server (RFC 9457), the same over HTTP and socket. */
export interface Problem {
  /** `urn:parley:problem:<slug>` */
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
  errors?: { pointer: string; detail: string }[];
  /** Members that one kind of problem adds. */
  [member: string]: unknown;
}

const PREFIX = 'urn:parley:problem:';

/** The short name of a problem's type: `username-taken` of `urn:parley:problem:username-taken`. */
export function problemSlug(problem: Problem): string {
  return problem.type.startsWith(PREFIX) ? problem.type.slice(PREFIX.length) : 'unknown';
}

/** A refused request. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;
  /** When it may be tried again; undefined when the server does not say. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get slug(): string {
    return problemSlug(this.problem);
  }

  get status(): number {
    return this.problem.status;
  }
}

/** The server could not be reached, or what answered was not Parley. */
export class ServerUnreachable extends Error {
  override readonly name = 'ServerUnreachable';
}

export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'status' in value &&
    typeof value.status === 'number'
  );
}
