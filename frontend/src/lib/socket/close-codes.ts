/** Why the server closed the socket (docs/protocol): each code says what a client does next. */
export const CloseCode = {
  BAD_FRAME: 4400,
  SIGN_IN_AGAIN: 4401,
  FORBIDDEN: 4403,
  UNSUPPORTED_VERSION: 4406,
  REPLACED: 4409,
  DEVICE_REVOKED: 4410,
  FRAME_TOO_LARGE: 4413,
  RATE_LIMITED: 4429,
  SLOW_CONSUMER: 4440,
  RESYNC: 4450,
  DRAINING: 4503,
} as const;
