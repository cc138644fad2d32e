"""Every bench: `make bench`, or `make bench ARGS=--quick`. Arguments go to the pipeline's."""

import sys

from tests.bench import forecast, pipeline, startup, understanding

sys.exit(
    max(
        startup.main(),
        forecast.main(),
        understanding.main(sys.argv[1:]),
        pipeline.main(sys.argv[1:]),
    ),
)
