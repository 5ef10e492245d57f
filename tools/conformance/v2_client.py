"""Checks a running inference service with other people's programs: Triton's HTTP client for the Open Inference Protocol (KServe v2), and the
ONNX checker and ONNX Runtime for Python on the model file that it serves.

Usage: python v2_client.py http://127.0.0.1:4203 libs/vision/models/demo-shop
Needs tritonclient[http], onnx and onnxruntime. Ends with status 0 only when every check holds.
"""

import json
import sys
import unittest
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import tritonclient.http as triton
from tritonclient.utils import InferenceServerException

INPUT, OUTPUT = "pixels", "probabilities"
# Probabilities of two builds of the same runtime, on the same bytes.
TOLERANCE = 1e-3

service, model_folder = "", Path()


def pictures(count, side, seed=1):
    """Pictures that differ: noise, ramps and plain colours."""
    random = np.random.default_rng(seed)
    ramp = np.linspace(0, 255, side, dtype=np.uint8)
    kinds = [
        lambda: random.integers(0, 256, (side, side, 3), dtype=np.uint8),
        lambda: np.stack([*np.meshgrid(ramp, ramp[::-1]), np.full((side, side), random.integers(256))], -1).astype(np.uint8),
        lambda: np.full((side, side, 3), random.integers(0, 256, 3), dtype=np.uint8),
    ]
    return np.stack([kinds[index % 3]() for index in range(count)])


class Conformance(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.metadata = json.loads((model_folder / "metadata.json").read_text())
        cls.name, cls.version = cls.metadata["name"], cls.metadata["version"]
        cls.side, cls.classes = cls.metadata["architecture"]["inputSize"], len(cls.metadata["labels"])
        cls.client = triton.InferenceServerClient(service.removeprefix("http://"))
        session = onnxruntime.InferenceSession(model_folder / "model.onnx", providers=["CPUExecutionProvider"])
        cls.expected = staticmethod(lambda pixels: session.run([OUTPUT], {INPUT: pixels})[0])

    @classmethod
    def tearDownClass(cls):
        cls.client.close()

    def infer(self, pixels, *, binary_in=True, outputs=(True,), model=None, name=INPUT, datatype="UINT8", **options):
        """outputs: for each requested output whether it comes as bytes; None asks for none by name."""
        tensor = triton.InferInput(name, list(pixels.shape), datatype)
        tensor.set_data_from_numpy(pixels, binary_data=binary_in)
        wanted = outputs and [triton.InferRequestedOutput(OUTPUT, binary_data=binary) for binary in outputs]
        return self.client.infer(model or self.name, [tensor], outputs=wanted, **options)

    def assert_right(self, result, pixels):
        answer = result.as_numpy(OUTPUT)
        self.assertEqual((answer.shape, answer.dtype), ((len(pixels), self.classes), np.float32))
        np.testing.assert_allclose(answer, self.expected(pixels), rtol=0, atol=TOLERANCE)

    def assert_refused(self, status, pattern, call):
        with self.assertRaisesRegex(InferenceServerException, pattern) as refusal:
            call()
        self.assertEqual(refusal.exception.status(), str(status))
        self.assertTrue(self.client.is_server_ready())

    def test_onnx_checker_accepts_the_model_file(self):
        onnx.checker.check_model(str(model_folder / "model.onnx"), full_check=True)

    def test_server_and_model_are_live_and_ready(self):
        self.assertTrue(self.client.is_server_live())
        self.assertTrue(self.client.is_server_ready())
        self.assertTrue(self.client.is_model_ready(self.name))
        self.assertTrue(self.client.is_model_ready(self.name, self.version))
        self.assertFalse(self.client.is_model_ready("nobody"))

    def test_server_metadata_name_the_extensions(self):
        metadata = self.client.get_server_metadata()
        self.assertLessEqual({"name", "version", "extensions"}, set(metadata))
        self.assertIn("binary_tensor_data", metadata["extensions"])

    def test_model_metadata_are_those_of_the_file(self):
        session = onnxruntime.InferenceSession(model_folder / "model.onnx", providers=["CPUExecutionProvider"])
        for metadata in (self.client.get_model_metadata(self.name), self.client.get_model_metadata(self.name, self.version)):
            self.assertEqual(metadata["versions"], [self.version])
            described = [(tensor["name"], tensor["datatype"], tensor["shape"][1:]) for kind in ("inputs", "outputs") for tensor in metadata[kind]]
            held = [(tensor.name, tensor.shape[1:]) for tensor in session.get_inputs() + session.get_outputs()]
            self.assertEqual([(name, shape) for name, _, shape in described], held)
            self.assertEqual([datatype for _, datatype, _ in described], ["UINT8", "FP32"])

    def test_model_configuration_fits_the_metadata(self):
        config = self.client.get_model_config(self.name)
        self.assertGreaterEqual(config["max_batch_size"], 1)
        self.assertEqual(config["input"][0]["dims"], [self.side, self.side, 3])
        self.assertEqual(config["output"][0]["dims"], [self.classes])

    def test_bytes_and_numbers_in_and_out_give_what_onnx_runtime_gives(self):
        for binary_in in (True, False):
            for outputs in ((True,), (False,), None):
                with self.subTest(binary_in=binary_in, outputs=outputs):
                    pixels = pictures(3, self.side)
                    self.assert_right(self.infer(pixels, binary_in=binary_in, outputs=outputs), pixels)

    def test_any_number_of_images_is_answered_in_order(self):
        for count in (1, 7, 40):
            with self.subTest(count=count):
                pixels = pictures(count, self.side, seed=count)
                self.assert_right(self.infer(pixels), pixels)

    def test_an_output_that_is_asked_for_twice_is_still_right(self):
        pixels = pictures(1, self.side)
        self.assert_right(self.infer(pixels, outputs=(True, True)), pixels)

    def test_request_id_and_version_come_back(self):
        answer = self.infer(pictures(1, self.side), request_id="a/7 ü", model_version=self.version).get_response()
        self.assertEqual((answer["id"], answer["model_name"], answer["model_version"]), ("a/7 ü", self.name, self.version))

    def test_compressed_requests_are_read_and_compressed_answers_may_be_asked_for(self):
        pixels = pictures(2, self.side)
        for algorithm in ("gzip", "deflate"):
            for binary in (True, False):
                with self.subTest(algorithm=algorithm, binary=binary):
                    options = {"request_compression_algorithm": algorithm, "response_compression_algorithm": algorithm}
                    self.assert_right(self.infer(pixels, binary_in=binary, outputs=(binary,), **options), pixels)

    def test_parameters_that_the_server_does_not_know_do_no_harm(self):
        pixels = pictures(1, self.side)
        self.assert_right(self.infer(pixels, priority=1, timeout=5_000_000, parameters={"shop": "7"}), pixels)

    def test_requests_at_the_same_time_each_get_their_own_answer(self):
        client = triton.InferenceServerClient(service.removeprefix("http://"), concurrency=8)
        batches = [pictures(1, self.side, seed=seed) for seed in range(24)]
        calls = []
        for pixels in batches:
            tensor = triton.InferInput(INPUT, list(pixels.shape), "UINT8")
            tensor.set_data_from_numpy(pixels)
            calls.append(client.async_infer(self.name, [tensor]))
        for pixels, call in zip(batches, calls):
            self.assert_right(call.get_result(), pixels)
        client.close()

    def test_wrong_requests_are_refused_with_a_reason_that_the_client_can_read(self):
        pixels = pictures(1, self.side)
        floats = pixels.astype(np.float32)
        self.assert_refused(400, r"shape \[1, 100, \d+, 3\]; it must be", lambda: self.infer(pixels[:, :100]))
        self.assert_refused(400, "is UINT8, not FP32", lambda: self.infer(floats, datatype="FP32"))
        self.assert_refused(400, 'called "pixels", not "image"', lambda: self.infer(pixels, name="image"))
        self.assert_refused(404, 'no model "nobody"', lambda: self.infer(pixels, model="nobody"))
        self.assert_refused(404, 'of version "7"', lambda: self.infer(pixels, model_version="7"))
        self.assert_refused(404, 'no model "nobody"', lambda: self.client.get_model_metadata("nobody"))
        self.assert_refused(404, "has no POST /v2/repository/index", self.client.get_model_repository_index)
        tensor = triton.InferInput(INPUT, list(pixels.shape), "UINT8")
        tensor.set_data_from_numpy(pixels)
        for output, reason in (
            (triton.InferRequestedOutput("other"), 'no output "other"'),
            (triton.InferRequestedOutput(OUTPUT, class_count=3), "classification"),
        ):
            self.assert_refused(400, reason, lambda: self.client.infer(self.name, [tensor], outputs=[output]))
        self.assert_refused(400, "inputs", lambda: self.client.infer(self.name, [tensor, tensor]))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    service, model_folder = sys.argv[1], Path(sys.argv[2])
    unittest.main(argv=[sys.argv[0]], verbosity=2)
