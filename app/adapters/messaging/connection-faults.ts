/** Faults that come before a request can have been written: nothing was handed over. */
const BEFORE_THE_REQUEST =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT)/;

/** What broke on the way to a provider. @returns its code, and whether the provider can have seen anything at all. */
export function connectionFault(error: unknown): { code: string; beforeRequest: boolean } {
  const fault = (typeof error === 'object' ? error : null) as {
    code?: unknown;
    syscall?: unknown;
    cause?: { code?: unknown; syscall?: unknown };
  } | null;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const code = text(fault?.code) ?? text(fault?.cause?.code) ?? 'fault';
  const syscall = text(fault?.syscall) ?? text(fault?.cause?.syscall);
  return { code, beforeRequest: BEFORE_THE_REQUEST.test(code) || syscall === 'connect' };
}
