/** Two soft notes, a fourth apart (G5, C6). */
const NOTES_HZ = [784, 1047];
const NOTE_S = 0.18;
const LOUDNESS = 0.12;

/**
 * Says softly that an order has come.
 *
 * @requires a tap on the page before: browsers keep silent until then.
 */
export function playChime(): void {
  const audio = new AudioContext();
  NOTES_HZ.forEach((frequency, index) => {
    const from = audio.currentTime + index * NOTE_S;
    const note = new OscillatorNode(audio, { type: 'sine', frequency });
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02);
    gain.gain.setValueAtTime(LOUDNESS, from + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, from + NOTE_S * 2);
    note.connect(gain).connect(audio.destination);
    note.start(from);
    note.stop(from + NOTE_S * 2);
  });
  setTimeout(() => void audio.close(), NOTES_HZ.length * NOTE_S * 1000 + 500);
}
