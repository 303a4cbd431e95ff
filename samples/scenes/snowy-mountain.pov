// A skier goes down a slope in front of snowy mountains. Lengths in metres, the view is along +z.
#version 3.7;
global_settings { assumed_gamma 1.0 max_trace_level 4 }

#declare SunDirection = vnormalize(<-0.8, 0.5, 0.12>);
#declare CloudScale = 0.5;
#declare CloudCover = 0.22;
#include "day.inc"
#include "figure.inc"
#include "tree.inc"

camera { location <0, 1.75, -10.5> right x * image_width / image_height up y angle 42 look_at <-0.3, 1.95, 0> }
light_source { SunDirection * 900000 rgb <1.5, 1.42, 1.28> }
light_source { <300, 900, -600> rgb <0.14, 0.19, 0.29> shadowless }

// The mountains: ridges that fold into finer ridges, snow where it can lie, rock where it is too steep.
#declare Ridge = function(x, z) { 1 - abs(2 * f_noise3d(x, 3, z) - 1) }
#declare Mountains = function(x, z) {
  0.45 * pow(Ridge(x, z), 2) + 0.3 * Ridge(2.1 * x + 5, 2.1 * z) * Ridge(x, z) + 0.13 * Ridge(4.3 * x, 4.3 * z + 3) * Ridge(x, z)
    + 0.055 * Ridge(9 * x, 9 * z) + 0.03 * Ridge(19 * x, 19 * z) + 0.014 * Ridge(41 * x, 41 * z) + 0.006 * Ridge(90 * x, 90 * z)
}
#declare SnowFar = texture {
  pigment { rgb <0.86, 0.88, 0.92> } finish { ambient 0 diffuse 0.86 emission <0.012, 0.022, 0.045> }
}
#declare RockFar = texture {
  pigment { granite color_map { [0 rgb <0.07, 0.068, 0.075>] [1 rgb <0.2, 0.185, 0.18>] } scale 90 }
  finish { ambient 0 diffuse 0.8 emission <0.05, 0.08, 0.15> }
}
height_field {
  function 1500, 1500 { min(0.999, Mountains(4.4 * x + 1.3, 4.4 * (1 - y) + 7.1) * Smooth(1 - y, 0, 0.35)) }
  smooth
  translate <-0.5, 0, 0>
  scale <9000, 2050, 9000>
  translate <0, -330, 2600>
  texture {
    slope { y } turbulence 0
    texture_map { [0.5 RockFar] [0.7 RockFar] [0.76 SnowFar] [1 SnowFar] }
  }
}

// The slope falls from left to right; soft drifts, and two curving tracks behind the skier.
#declare Track = function(x, z) { z - (1.5 - 2.6 * sin(0.38 * (x - 0.5))) }
#declare Groove = function(x, z) { exp(-pow((Track(x, z) - 0.15) / 0.06, 2)) + exp(-pow((Track(x, z) + 0.15) / 0.06, 2)) }
#declare Slope = function(x, z) {
  -0.15 * x + 0.02 * z + 1.0 * (f_noise3d(0.11 * x, 2, 0.17 * z) - 0.5) + 0.22 * (f_noise3d(0.5 * x, 2, 0.9 * z) - 0.5)
    + 0.03 * (Fbm(3 * x, 2, 6 * z) - 0.5) - 0.09 * Groove(x, z) * Ramp(-x, -0.4, 0.3) - 0.0016 * pow(max(0, z - 6), 2)
}
#declare Snow = texture {
  pigment { rgb <0.9, 0.92, 0.96> }
  normal { granite 0.035 scale 0.1 }
  finish { ambient 0 diffuse 0.85 specular 0.12 roughness 0.02 emission <0.006, 0.012, 0.03> }
}
#declare Ground = height_field {
  function 2200, 1500 { min(0.999, max(0, (Slope((x - 0.5) * 60, -12 + (1 - y) * 52) + 9) / 15)) }
  smooth
  translate <-0.5, 0, 0>
  scale <60, 15, 52>
  translate <0, -9, -12>
  texture { Snow }
}
object { Ground }

#declare Firs = array[3];
#for (I, 0, 2)
  #declare Firs[I] = Conifer(400, 40, 0.42, <0.035, 0.065, 0.04>, 41 + I)
#end
#declare Random = seed(12);
#for (I, 1, 40)
  #declare Side = (mod(I, 4) = 0 ? -1 : 1);
  #declare Spot = <Side * (11 + 17 * rand(Random)), 0, 22 + 16 * rand(Random)>;
  object {
    Firs[int(rand(Random) * 2.99)]
    rotate y * 360 * rand(Random)
    scale 3.5 + 4 * rand(Random)
    translate Spot + y * (Slope(Spot.x, Spot.z) - 0.15)
  }
#end

// Snow that the skis throw up.
#declare Powder = texture { pigment { rgb <0.93, 0.95, 1> } finish { ambient 0 diffuse 0.7, 0.5 emission 0.3 } }
union {
  #for (I, 1, 9000)
    #declare T = rand(Random);
    #declare Back = pow(T, 0.7) * 2.2;
    #declare Spot = <0.3 - Back, 0, 1.5 + 0.86 * Back - 0.2 * Back * Back + 0.5 * (rand(Random) - 0.5) * (0.5 + T)>;
    sphere {
      Spot + y * (Slope(Spot.x, Spot.z) + 0.5 * pow(rand(Random), 3) * sin(pi * min(1, 0.12 + T))),
      0.0015 + 0.005 * pow(rand(Random), 4)
    }
  #end
  texture { Powder }
}

// The skier, crouched, in a red jacket, faces +x.
#declare Jacket = texture { pigment { rgb <0.62, 0.03, 0.025> } finish { ambient 0 diffuse 0.8 specular 0.1 roughness 0.05 } normal { bumps 0.3 scale 0.09 } }
#declare Trousers = texture { pigment { rgb <0.025, 0.03, 0.05> } finish { ambient 0 diffuse 0.8 specular 0.1 } normal { bumps 0.3 scale 0.09 } }
#declare Boot = texture { pigment { rgb 0.07 } finish { ambient 0 diffuse 0.8 specular 0.4 roughness 0.03 } }
#declare Ski = texture { pigment { rgb <0.06, 0.16, 0.5> } finish { ambient 0 diffuse 0.8 specular 0.5 roughness 0.02 } }
#declare Skin = texture { pigment { rgb <0.5, 0.31, 0.22> } finish { ambient 0 diffuse 0.8 } }
union {
  Leg(<-0.14, 0.72, 0.1>, <-0.02, 0.15, 0.15>, x, x, Trousers, Boot)
  Leg(<-0.14, 0.72, -0.1>, <0.1, 0.15, -0.15>, x, x, Trousers, Boot)
  union { Limb(<-0.02, 0.17, 0.15>, 0.07, <0.05, 0.06, 0.15>, 0.06) texture { Boot } }
  union { Limb(<0.1, 0.17, -0.15>, 0.07, <0.17, 0.06, -0.15>, 0.06) texture { Boot } }
  Trunk(<-0.15, 0.74, 0>, <0.16, 1.16, 0>, z, Jacket)
  Arm(<0.13, 1.1, 0.22>, <0.4, 0.82, 0.36>, <-0.3, -1, 0.4>, Jacket, Boot)
  Arm(<0.13, 1.1, -0.22>, <0.42, 0.84, -0.38>, <-0.3, -1, -0.4>, Jacket, Boot)
  Head(<0.17, 1.17, 0>, <0.25, 1.33, 0>, Skin, Boot)
  sphere { 0, 1 scale <0.135, 0.12, 0.115> translate <0.225, 1.37, 0> texture { Boot } }
  sphere { 0, 1 scale <0.05, 0.04, 0.085> translate <0.315, 1.345, 0> pigment { rgb <0.5, 0.25, 0.03> } finish { ambient 0 diffuse 0.4 specular 1 roughness 0.01 } }
  #for (S, -1, 1, 2)
    #local Shift = 0.06 - 0.06 * S;
    union {
      box { <-0.75, 0.0, -0.04>, <0.8, 0.02, 0.04> }
      union { Limb(<0.8, 0.01, 0>, 0.035, <1.0, 0.1, 0>, 0.02) }
      translate <Shift, 0.01, 0.15 * S>
      texture { Ski }
    }
    cylinder { <0.42, 0.9, 0.38 * S>, <-0.38, 0.38, 0.5 * S>, 0.011 texture { Boot } }
    torus { 0.05, 0.006 rotate z * 60 translate <-0.31, 0.425, 0.49 * S> texture { Boot } }
  #end
  rotate y * 40
  rotate z * -9
  scale 1.12
  translate <0.5, Slope(0.5, 1.5) - 0.03, 1.5>
}
