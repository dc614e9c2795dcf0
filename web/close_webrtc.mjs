/** The one way out that a content security policy does not close. */
export function close_webrtc() {
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) delete (/** @type {any} */ (globalThis)[name]);
}
