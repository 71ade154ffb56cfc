/**
 * Mail servers' codes: "550" in answer to a hand-over, "5.1.1" (RFC 3463) in a mail that comes back later. A mailbox that
 * is not there (5.1.x) or is closed (5.2.1) is the person's; 5.1.7 and 5.1.8 are about the sender's address.
 */
export function isNoMailbox(code: string): boolean {
  return /^5\.(1\.\d+|2\.1)$/.test(code) && !/^5\.1\.[78]$/.test(code);
}

/** True when an address will never work: what the code says, or a refusal while the message was handed over. */
export function isDeadMailbox(code: string): boolean {
  return isNoMailbox(code) || /^5\d\d$/.test(code);
}
