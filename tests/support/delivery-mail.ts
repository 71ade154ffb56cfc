/** A delivery-status mail (RFC 3464) as Postfix writes it. */
export function deliveryMail(about: {
  /** The envelope sender of the email it is about: where it comes back to. */
  to: string;
  action?: string;
  status?: string;
  /** Null leaves the original's headers out. */
  messageId?: string | null;
  envelopeId?: string;
}): string {
  const { to, action = 'failed', status = '5.1.1', messageId = null, envelopeId } = about;
  const lines = [
    'From: MAILER-DAEMON@mx.waymark.example (Mail Delivery System)',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="cut"',
    'Message-Id: <20261123100000.4D1A@mx.waymark.example>',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--cut',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to tell you that your message could not be delivered.',
    '',
    '--cut',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.waymark.example',
    ...(envelopeId ? [`Original-Envelope-Id: ${envelopeId}`] : []),
    'X-Postfix-Queue-ID: 4D1A',
    'Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0000 (GMT)',
    '',
    'Final-Recipient: rfc822; aled@waymark.example',
    'Original-Recipient: rfc822;aled@waymark.example',
    `Action: ${action}`,
    `Status: ${status}`,
    'Remote-MTA: dns; mail.waymark.example',
    'Diagnostic-Code: smtp; 550 5.1.1 <aled@waymark.example>: Recipient address',
    '    rejected: User unknown',
    '',
    ...(messageId
      ? [
          '--cut',
          'Content-Description: Undelivered Message Headers',
          'Content-Type: text/rfc822-headers',
          '',
          'Return-Path: <no-reply@waymark.example>',
          'From: Waymark <no-reply@waymark.example>',
          'To: aled@waymark.example',
          `Message-ID: ${messageId}`,
          'Subject: You are meeting Sioned',
          '',
        ]
      : []),
    '--cut--',
    '',
  ];
  return lines.join('\r\n');
}
