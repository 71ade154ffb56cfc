// The one script of customers' pages: asks the browser for a passkey and sends its answer as a form (decision 0019).
(() => {
  const form = document.getElementById('passkey');
  const failed = document.getElementById('passkey-failed');
  if (!form || !window.PublicKeyCredential) return;
  document.getElementById('passkey-none').hidden = true;
  form.hidden = false;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
  const known = (list) => (list || []).map((one) => Object.assign(one, { id: bytes(one.id) }));

  async function answer() {
    const asked = await fetch(form.dataset.question, { method: 'POST', body: new URLSearchParams() });
    const options = await asked.json();
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    options.excludeCredentials = known(options.excludeCredentials);
    options.allowCredentials = known(options.allowCredentials);
    const made = await navigator.credentials[options.user ? 'create' : 'get']({ publicKey: options });
    const response = {};
    for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'])
      if (made.response[part]) response[part] = text(made.response[part]);
    if (made.response.getTransports) response.transports = made.response.getTransports();
    return JSON.stringify({ id: made.id, rawId: made.id, type: made.type, clientExtensionResults: {}, response });
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    failed.hidden = true;
    answer().then(
      (json) => {
        form.elements.answer.value = json;
        form.submit();
      },
      () => {
        failed.hidden = false;
      },
    );
  });
})();
