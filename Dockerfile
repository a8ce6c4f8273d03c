FROM swift:6.3-bookworm AS build
# hadolint ignore=DL3008
RUN apt-get update -q \
 && apt-get install -y -q --no-install-recommends \
    libboost-math-dev libmicrohttpd-dev libopenblas-serial-dev liblapacke-dev libsleef-dev \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY Package.swift openapi.yaml openapi.json ./
COPY Sources Sources
COPY Tests Tests
RUN swift build -c release --product adjoint --static-swift-stdlib \
 && cp "$(swift build -c release --product adjoint --static-swift-stdlib --show-bin-path)/adjoint" /adjoint \
 && strip /adjoint

FROM debian:bookworm-slim
# hadolint ignore=DL3008
RUN apt-get update -q \
 && apt-get install -y -q --no-install-recommends libmicrohttpd12 libopenblas0-serial liblapacke libsleef3 libstdc++6 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin adjoint
COPY --from=build /adjoint /usr/local/bin/adjoint
USER 10001
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=2s CMD ["adjoint", "health"]
ENTRYPOINT ["adjoint"]
CMD ["serve"]
